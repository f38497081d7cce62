import SuntingKit

/// The files of the page, and the description of the API; all lie in the binary.
enum StaticFile {
  static func response(_ path: String) -> APIResponse {
    switch path {
    case "/page.css": APIResponse(contentType: "text/css; charset=utf-8", body: PackageResources.page_css)
    case "/page.js": APIResponse(contentType: "text/javascript; charset=utf-8", body: PackageResources.page_js)
    case "/openapi.json": APIResponse(contentType: APIResponse.json, body: PackageResources.openapi_json)
    default: APIResponse(contentType: "text/html; charset=utf-8", body: PackageResources.page_html)
    }
  }
}
