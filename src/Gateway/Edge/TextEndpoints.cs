using System.IO.Hashing;
using System.Text;
using Microsoft.Net.Http.Headers;

namespace Bff.Gateway.Edge;

/// <summary>Texts that are the same for everybody for as long as the gateway runs.</summary>
internal static class TextEndpoints
{
    /// <summary>Maps a text that is made when it is first asked for, and never again. Clients that have it already are told so.</summary>
    public static void MapText(this IEndpointRouteBuilder routes, string path, string mediaType, Func<string> make)
    {
        var text = new Lazy<(byte[] Bytes, EntityTagHeaderValue Tag)>(() =>
        {
            var bytes = Encoding.UTF8.GetBytes(make());
            return (bytes, new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(XxHash128.Hash(bytes))}\""));
        });
        routes.MapGet(path, (HttpContext http) =>
        {
            // A new version of the gateway has a new text: it is asked about each time, and hardly ever sent.
            http.Response.Headers.CacheControl = "public, no-cache";
            return Results.Bytes(text.Value.Bytes, mediaType + "; charset=utf-8", entityTag: text.Value.Tag);
        });
    }
}
