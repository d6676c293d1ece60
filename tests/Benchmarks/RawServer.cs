using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Bff.Benchmarks;

/// <summary>The limit: a Kestrel endpoint that reads the body and writes bytes that are there already. PUT says which.</summary>
internal static class RawServer
{
    public static async Task RunAsync(string url)
    {
        var bytes = Array.Empty<byte>();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(url);
        var app = builder.Build();
        app.Run(async http =>
        {
            var body = await ReadAsync(http.Request.BodyReader, keep: HttpMethods.IsPut(http.Request.Method));
            bytes = body ?? bytes;
            http.Response.ContentType = "application/json";
            http.Response.ContentLength = bytes.Length;
            await http.Response.BodyWriter.WriteAsync(bytes);
        });
        await app.RunAsync();
    }

    private static async ValueTask<byte[]?> ReadAsync(PipeReader reader, bool keep)
    {
        while (true)
        {
            var read = await reader.ReadAsync();
            if (read.IsCompleted)
            {
                var body = keep ? read.Buffer.ToArray() : null;
                reader.AdvanceTo(read.Buffer.End);
                return body;
            }

            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }
}
