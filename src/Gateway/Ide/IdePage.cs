using System.Text.Json;
using Bff.Gateway.Edge;
using Bff.ServiceDefaults.Operators;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.Options;

namespace Bff.Gateway.Ide;

/// <summary>
/// Banana Cake Pop for a browser that opens <c>/graphql</c>. It asks nobody but this origin: telemetry is off, and the
/// Content-Security-Policy stops the rest.
/// </summary>
internal sealed class IdePage(IOptions<IdeOptions> options, OperatorCredentials operators, IHostEnvironment environment)
{
    // 'unsafe-eval': the page compiles its JSON schemas to functions and stays empty without. 'unsafe-inline' styles: its editor writes
    // style elements. blob: workers: its language service starts from one. All of it on this path only.
    private const string Policy =
        "default-src 'none'; script-src 'self' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
        + "connect-src 'self'; worker-src 'self' blob:; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private const string Missing =
        "<!doctype html><html lang=\"en\"><title>GraphQL</title><h1>This is a GraphQL endpoint.</h1>"
        + "<p>Banana Cake Pop belongs here, but its npm package was not there when the gateway was built, or it is another than this gateway was "
        + "made for. Install npm, build again, or put the package where the setting Gateway:Ide:PackagePath says. Until then: <a href=\"/schema.graphql\">the schema</a>, "
        + "<a href=\"/llms.txt\">the guide</a>.</p></html>";

    /// <summary>What its first tab holds.</summary>
    public const string FirstQuery =
        "query FirstServices {\n  services(first: 3) {\n    totalCount\n    nodes {\n      id\n      name\n    }\n  }\n}\n";

    private static readonly FileExtensionContentTypeProvider ContentTypes = new();

    private readonly Lazy<IdePackage?> package = new(() => IdePackage.Read(options.Value.PackagePath));
    private readonly Exposure exposure = options.Value.Access.OrDefault(environment);

    // Where nobody can be an operator there is nobody to serve.
    private bool IsServed => exposure is Exposure.On || (exposure is Exposure.Operators && operators.IsSet);

    /// <summary>A browser opens the endpoint, as against a client that asks it something.</summary>
    public bool Wants(HttpRequest request) =>
        IsServed
        && HttpMethods.IsGet(request.Method)
        && request.QueryString.Value is null or ""
        && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    /// <summary>Serves the page. Its files are named relative to it, so it must be asked for with a slash at the end.</summary>
    public Task OpenAsync(HttpContext http)
    {
        if (!http.Request.Path.Value!.EndsWith('/'))
        {
            http.Response.Redirect(http.Request.PathBase + http.Request.Path + "/");
            return Task.CompletedTask;
        }

        return SendAsync(http, "index.html");
    }

    /// <summary>Serves a file of the page.</summary>
    public async Task SendAsync(HttpContext http, string path)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        if (!IsServed)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        if (!exposure.Covers(http))
        {
            OperatorCredentials.Ask(http.Response);
            headers.CacheControl = "no-store";
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        var content = package.Value is not { } files ? System.Text.Encoding.UTF8.GetBytes(Missing) : path == "bcp-config.json" ? Settings() : files.Find(path);
        if (content is null)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        http.Response.ContentType = ContentTypes.TryGetContentType(path, out var type) ? type : "text/plain";
        headers.CacheControl = CacheControlOf(path);
        http.Response.ContentLength = content.Length;
        await http.Response.BodyWriter.WriteAsync(content, http.RequestAborted);
    }

    private string CacheControlOf(string path) =>
        !path.StartsWith("static/", StringComparison.Ordinal) ? "no-cache"
        : exposure is Exposure.On ? "public, max-age=31536000, immutable"
        : "private, max-age=31536000, immutable";

    private byte[] Settings() => JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, object>
    {
        ["title"] = "BFF",
        ["useBrowserUrlAsEndpoint"] = true,
        ["includeCookies"] = true,
        ["useGet"] = false,
        ["httpHeaders"] = new Dictionary<string, string> { ["X-Company-Id"] = options.Value.TenantId },
        ["graphQLDocument"] = FirstQuery,
        ["disableTelemetry"] = true,
    });
}
