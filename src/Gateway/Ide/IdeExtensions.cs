using Bff.Gateway.Edge;

namespace Bff.Gateway.Ide;

internal static class IdeExtensions
{
    /// <summary>Maps the files of the page, <c>/llms.txt</c> and the v6 contract. The page itself is opened at the endpoint.</summary>
    public static void MapIde(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/graphql/{**file}", (HttpContext http, string file, IdePage page) => page.SendAsync(http, file));
        routes.MapText("/llms.txt", "text/plain", () => Resource("llms.txt"));
        routes.MapText("/connect-v6.openapi.yaml", "application/yaml", () => Resource("connect-v6.openapi.yaml"));
    }

    private static string Resource(string name)
    {
        using var stream = typeof(IdeExtensions).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not in the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
