using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace Bff.Benchmarks;

/// <summary>The limit: a Kestrel endpoint that writes bytes that are there already.</summary>
internal static class RawServer
{
    public static async Task RunAsync(string url, string file)
    {
        var bytes = await File.ReadAllBytesAsync(file);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(url);
        var app = builder.Build();
        app.Run(async http =>
        {
            http.Response.ContentType = "application/json";
            http.Response.ContentLength = bytes.Length;
            await http.Response.BodyWriter.WriteAsync(bytes);
        });
        await app.RunAsync();
    }
}
