// Everything that axe-core knows, best practices too: where it is sure, and where it asks a person. In the
// whole page, or in the parts that are named.
const told = (results) =>
  results.flatMap(({ id, nodes }) =>
    nodes.map(({ target, any, all, none, html }) => {
      const why = [...any, ...all, ...none].map(({ message }) => message).join("; ");
      return `${id} at ${target.join(" ")}: ${why} (${html.slice(0, 120)})`;
    }),
  );
return axe
  .run(arguments[0].length > 0 ? { include: arguments[0] } : document, { resultTypes: ["violations", "incomplete"] })
  .then(({ violations, incomplete }) => ({ violations: told(violations), incomplete: told(incomplete) }));
