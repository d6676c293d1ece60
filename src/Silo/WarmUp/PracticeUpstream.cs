using System.Net;

namespace Bff.Silo.WarmUp;

/// <summary>A v6 of nobody on a loopback port: whatever it is asked it gives the same answer, which can be read as any of v6's things.</summary>
internal sealed class PracticeUpstream : IAsyncDisposable
{
    private readonly WebApplication app;

    private PracticeUpstream(WebApplication app) => this.app = app;

    public string Address => app.Urls.First();

    public static async Task<PracticeUpstream> StartAsync(CancellationToken cancellationToken)
    {
        var answer = Answer();
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        app.Run(http =>
        {
            http.Response.ContentType = "application/json";
            return http.Response.Body.WriteAsync(answer, http.RequestAborted).AsTask();
        });
        await app.StartAsync(cancellationToken);
        return new PracticeUpstream(app);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static byte[] Answer()
    {
        using var stream = typeof(PracticeUpstream).Assembly.GetManifestResourceStream("practice-v6.json")!;
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
