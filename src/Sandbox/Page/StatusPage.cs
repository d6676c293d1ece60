using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Bff.Sandbox.Http;
using Bff.Sandbox.Operations;
using Bff.Sandbox.Tenants;

namespace Bff.Sandbox.Page;

/// <summary>The page at <c>/</c>: what is served, for whom, and (with the admin on) the last 100 requests. It changes nothing.</summary>
internal static class StatusPage
{
    private const string Style =
        "body{font:15px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:70rem;padding:0 1rem;color:#1d2733}"
        + "table{border-collapse:collapse;width:100%;margin:.5rem 0 2rem}"
        + "th,td{text-align:left;padding:.25rem .75rem .25rem 0;border-bottom:1px solid #e3e8ee;vertical-align:top}"
        + "code{font-size:.9em}";

    public static async Task WriteAsync(HttpContext context, SandboxWorld world)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'";
        await context.Response.WriteAsync(Render(world), context.RequestAborted);
    }

    public static string Render(SandboxWorld world)
    {
        var html = new StringBuilder();
        html.Append("<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>v6 sandbox</title><style>").Append(Style).Append("</style>");
        html.Append("<h1>v6 sandbox</h1><p>A stand-in for the v6 customer-portal API. Send <code>X-Company-Id</code>, or the storefront's host name.</p>");
        html.Append("<h2>Tenants</h2>");
        Table(html, ["X-Company-Id", "Domain", "Time zone", "Currency"], Tenants());
        html.Append("<h2>Operations</h2>");
        Table(html, ["Operation", "Request", "Access", "Calls"], OperationTable.All.Select(o => Describe(o, world)));
        if (world.Options.AdminEnabled)
        {
            html.Append("<h2>Last requests</h2>");
            Table(html, ["At", "Request", "Tenant", "Auth", "Status", "ms", "Bytes"], world.Requests.Recent().Select(Describe));
        }

        return html.Append("</html>").ToString();
    }

    private static IEnumerable<string[]> Tenants() =>
    [
        .. TenantDirectory.Samples.Select(t => new[] { t.Id, t.Domain, t.Zone, t.Currency }),
        ["load-00001 … load-10000", "load-00001.example …", "as salon-hk", "as salon-hk"],
    ];

    private static string[] Describe(Operation operation, SandboxWorld world) =>
    [
        operation.Id,
        $"{operation.Method} {OperationTable.Prefix}{operation.Template}",
        operation.Access.ToString(),
        Number(world.Counters[operation.Id].Calls),
    ];

    private static string[] Describe(RequestEntry entry) =>
    [
        entry.At.ToString("HH:mm:ss.fff", CultureInfo.InvariantCulture),
        $"{entry.Method} {entry.Target}",
        entry.Tenant ?? "",
        entry.Auth,
        Number(entry.Status),
        entry.Milliseconds.ToString("0.0", CultureInfo.InvariantCulture),
        Number(entry.Bytes),
    ];

    private static void Table(StringBuilder html, string[] head, IEnumerable<string[]> rows)
    {
        html.Append("<table><tr>");
        Cells(html, "th", head);
        foreach (var row in rows)
        {
            html.Append("<tr>");
            Cells(html, "td", row);
        }

        html.Append("</table>");
    }

    private static void Cells(StringBuilder html, string tag, string[] cells)
    {
        foreach (var cell in cells)
        {
            html.Append('<').Append(tag).Append('>').Append(HtmlEncoder.Default.Encode(cell));
        }
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
