//! How long one diagnosis takes.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use whydenied::{
    diagnosis::{Case, diagnose},
    http::Response,
    jose::Token,
};

fn main() {
    divan::main();
}

/// An ARM token at a FHIR service that answered 401: a wrong kind, and every check behind it.
fn case() -> Case {
    let encode = |part: &str| URL_SAFE_NO_PAD.encode(part);
    let header = encode(r#"{"alg":"RS256","typ":"JWT","kid":"k1"}"#);
    let payload = encode(concat!(
        r#"{"aud":"https://management.azure.com/","iss":"https://sts.windows.net/8e0c1f2a-5b7d-4c39-9a61-2f4d7b80c3e5/","#,
        r#""iat":1795430700,"nbf":1795430700,"exp":1795435440,"acr":"1","amr":["pwd","mfa"],"#,
        r#""appid":"04b07795-8ddb-461a-bbee-02f9e1bf7b46","appidacr":"0","oid":"3f2c91d7-0a4e-4b6f-8d15-c7e90b52a634","#,
        r#""scp":"user_impersonation","sub":"pairwise","tid":"8e0c1f2a-5b7d-4c39-9a61-2f4d7b80c3e5","ver":"1.0"}"#,
    ));
    let mut case = Case {
        now: 1_795_435_200,
        ..Case::default()
    };
    case.settings.authority =
        Some("https://login.microsoftonline.com/8e0c1f2a-5b7d-4c39-9a61-2f4d7b80c3e5".to_owned());
    case.settings.audience = Some("https://contoso-ehr.fhir.azurehealthcareapis.com".to_owned());
    case.response = Some(Response {
        status: Some(401),
        ..Response::default()
    });
    case.token = Some(Token::read(&format!("{header}.{payload}.c2ln")));
    case
}

#[divan::bench]
fn diagnose_one_case(bencher: divan::Bencher<'_, '_>) {
    bencher.with_inputs(case).bench_refs(|case| diagnose(case));
}

#[divan::bench]
fn read_one_token(bencher: divan::Bencher<'_, '_>) {
    let case = case();
    let text = match case.token {
        Some(Token::Jws(jws)) => jws.text,
        _ => String::new(),
    };
    bencher.bench(|| Token::read(divan::black_box(&text)));
}
