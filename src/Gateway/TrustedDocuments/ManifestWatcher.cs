using Bff.Gateway.Graph;
using Microsoft.Extensions.Options;

namespace Bff.Gateway.TrustedDocuments;

/// <summary>
/// Holds the manifest and looks every second whether its file has changed. A manifest is taken whole or not at all: it must be well formed,
/// and every document in it must fit the schema and the limits. Otherwise the one before stays.
/// </summary>
internal sealed partial class ManifestWatcher(
    IOptions<TrustedDocumentOptions> options, GraphEngine engine, TimeProvider time, ILogger<ManifestWatcher> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private (DateTime Written, long Length) seen;

    public Manifest Current { get; private set; } = Manifest.Empty;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await LookAsync();
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value.ManifestPath is null)
        {
            return;
        }

        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await LookAsync();
        }
    }

    private async Task LookAsync()
    {
        if (options.Value.ManifestPath is not { } path)
        {
            return;
        }

        try
        {
            var file = new FileInfo(path);
            if (!file.Exists || seen == (file.LastWriteTimeUtc, file.Length))
            {
                return;
            }

            seen = (file.LastWriteTimeUtc, file.Length);
            var manifest = Manifest.Read(await File.ReadAllBytesAsync(path));
            foreach (var document in manifest.Documents)
            {
                await RequireValidAsync(document);
            }

            Current = manifest;
            Taken(manifest.Count);
        }
        catch (Exception problem) when (problem is FormatException or IOException or UnauthorizedAccessException)
        {
            Refused(problem);
        }
    }

    // Planning a document here also keeps it ready, so the first client does not pay for it.
    private async Task RequireValidAsync(string document)
    {
        var problems = await engine.CheckAsync(document);
        if (problems.Count > 0)
        {
            throw new FormatException("A document in the manifest does not fit: " + problems[0].Message);
        }
    }

    [LoggerMessage(EventId = 2611, Level = LogLevel.Information, Message = "Took a manifest of {Documents} trusted documents.")]
    private partial void Taken(int documents);

    [LoggerMessage(EventId = 2612, Level = LogLevel.Error, Message = "Refused a manifest of trusted documents; the one before stays.")]
    private partial void Refused(Exception problem);
}
