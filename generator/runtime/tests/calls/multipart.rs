//! Forms with files, as a server's parser reads them.

use std::convert::Infallible;

use bindery_runtime::{Call, FilePart, Files, Patch};
use futures_util::stream;
use serde_json::{Value, json};
use wiremock::matchers::any;
use wiremock::{Mock, MockServer, ResponseTemplate};

use super::fixture::{ANYTHING, PUBLIC, Recorder, client, failure};

/// A part as multer reads it: name, file name, media type, content.
type Read = (String, Option<String>, Option<String>, Vec<u8>);

async fn sent(value: Value, files: &[(&str, &dyn Files)], types: &[(&str, &str)]) -> Vec<Read> {
    let server = MockServer::start().await;
    let answer = Mock::given(any()).respond_with(ResponseTemplate::new(200));
    answer.mount(&server).await;
    Call::new(&client(&server.uri()), &PUBLIC, ANYTHING)
        .multipart_body(&value, files, types)
        .send()
        .await
        .expect("an answer");
    let requests = server.received_requests().await.expect("recorded requests");
    let request = requests.first().expect("a request");
    let content_type = request.headers.get("content-type").expect("a media type");
    let content_type = content_type.to_str().expect("ASCII");
    read(content_type, request.body.clone()).await
}

async fn read(content_type: &str, body: Vec<u8>) -> Vec<Read> {
    let boundary = multer::parse_boundary(content_type).expect("a boundary");
    let body = stream::iter([Ok::<_, Infallible>(body)]);
    let mut form = multer::Multipart::new(body, boundary);
    let mut parts = Vec::new();
    while let Some(part) = form.next_field().await.expect("a part") {
        let name = part.name().expect("a name").to_owned();
        let file_name = part.file_name().map(str::to_owned);
        let media_type = part.content_type().map(ToString::to_string);
        let content = part.bytes().await.expect("a content");
        parts.push((name, file_name, media_type, content.to_vec()));
    }
    parts
}

fn text(name: &str, media_type: Option<&str>, content: &str) -> Read {
    let media_type = media_type.map(str::to_owned);
    (name.to_owned(), None, media_type, content.into())
}

fn file(name: &str, file_name: &str, media_type: &str, content: &[u8]) -> Read {
    let media_type = Some(media_type.to_owned());
    (
        name.to_owned(),
        Some(file_name.to_owned()),
        media_type,
        content.to_vec(),
    )
}

#[tokio::test]
async fn each_type_of_property_is_written_in_its_own_way() {
    let value = json!({
        "count": 3, "empty": "", "labels": ["a", "b"], "nothing": null, "point": {"x": 1}, "text": "å\r\nb",
    });
    assert_eq!(
        sent(value, &[], &[]).await,
        [
            text("count", None, "3"),
            text("empty", None, ""),
            text("labels", None, "a"),
            text("labels", None, "b"),
            text("point", Some("application/json"), r#"{"x":1}"#),
            text("text", None, "å\r\nb"),
        ]
    );
}

#[tokio::test]
async fn the_document_can_give_properties_a_media_type() {
    let value = json!({ "labels": ["a"], "note": "a", "page": "<p>" });
    let types = [
        ("labels", "application/json"),
        ("page", "text/html"),
        ("scan", "image/png"),
    ];
    assert_eq!(
        sent(value, &[("scan", &FilePart::new("\u{1}"))], &types).await,
        [
            text("labels", Some("application/json"), r#""a""#),
            text("note", None, "a"),
            text("page", Some("text/html"), "<p>"),
            file("scan", "scan", "image/png", &[1]),
        ]
    );
}

#[tokio::test]
async fn files_come_last_with_their_names_and_types() {
    let one = FilePart::from(vec![0, 255, 13, 10]);
    let several = Some(vec![
        FilePart::new("a").file_name("a.txt"),
        FilePart::new("b").content_type("text/plain"),
    ]);
    let none: Patch<FilePart> = Patch::Absent;
    let files: &[(&str, &dyn Files)] = &[("one", &one), ("several", &several), ("none", &none)];
    let shown = json!({ "one": one, "several": several, "title": "t" });
    let octets = "application/octet-stream";
    assert_eq!(
        sent(shown, files, &[]).await,
        [
            text("title", None, "t"),
            file("one", "one", octets, &[0, 255, 13, 10]),
            file("several", "a.txt", octets, b"a"),
            file("several", "several", "text/plain", b"b"),
        ]
    );
}

#[tokio::test]
async fn a_file_can_come_as_a_stream() {
    let chunks = ["a,b\n", "", "1,2\n"].map(|chunk| Ok::<_, String>(chunk.into()));
    let streamed = FilePart::collect(stream::iter(chunks)).await;
    let streamed = streamed.expect("a content").file_name("a.csv");
    assert_eq!(
        sent(json!({}), &[("table", &streamed)], &[("table", "text/csv")]).await,
        [file("table", "a.csv", "text/csv", b"a,b\n1,2\n")]
    );
    let broken = [Ok("a".into()), Err("broken off")];
    let error = FilePart::collect(stream::iter(broken)).await;
    assert_eq!(error, Err("broken off"));
}

#[tokio::test]
async fn no_content_can_end_its_part() {
    let forged = "\r\n--bindery-000000000000\r\n\r\nforged\r\n--bindery-000000000001--\r\n";
    let parts = sent(json!({ "note": forged }), &[], &[]).await;
    assert_eq!(parts, [text("note", None, forged)]);
}

#[tokio::test]
async fn no_name_can_begin_a_header() {
    let forged = "a\"\r\nContent-Type: text/html\r\n\r\nforged";
    let named = FilePart::new("content").file_name(forged);
    let parts = sent(json!({}), &[("file", &named)], &[]).await;
    let escaped = "a%22%0D%0AContent-Type: text/html%0D%0A%0D%0Aforged";
    let octets = "application/octet-stream";
    assert_eq!(parts, [file("file", escaped, octets, b"content")]);
}

#[tokio::test]
async fn no_media_type_can_begin_a_header() {
    let recorder = Recorder::default();
    let typed = FilePart::new("content").content_type("text/html\r\nX-Forged: 1");
    let call = Call::new(&recorder.client(), &PUBLIC, ANYTHING).multipart_body(
        &json!({}),
        &[("file", &typed)],
        &[],
    );
    assert_eq!(
        failure(recorder.request(call).await).to_string(),
        "get_order (GET /order): the body cannot be written as a form: the content type of `file` has a \
         character that a header cannot carry (a line break, or one outside of ASCII)"
    );
}

#[tokio::test]
async fn a_file_is_read_with_its_name() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml");
    let part = FilePart::read(&path).await.expect("the manifest");
    let manifest = std::fs::read(&path).expect("the manifest");
    let octets = "application/octet-stream";
    assert_eq!(
        sent(json!({}), &[("file", &part)], &[]).await,
        [file("file", "Cargo.toml", octets, &manifest)]
    );
}
