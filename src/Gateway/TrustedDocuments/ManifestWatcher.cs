using System.IO.Hashing;
using Bff.Gateway.Graph;
using Microsoft.Extensions.Options;

namespace Bff.Gateway.TrustedDocuments;

/// <summary>
/// Holds the manifest and reads its file every second; it has changed when its bytes have. Neither times nor lengths are believed: a
/// ConfigMap is changed by turning a link, of which both stay the same. A manifest is taken whole or not at all: it must be well formed,
/// and every document in it must fit the schema and the limits. Otherwise the one before stays, and a file that cannot be read is tried again.
/// </summary>
internal sealed partial class ManifestWatcher(
    IOptions<TrustedDocumentOptions> options, GraphEngine engine, TimeProvider time, ILogger<ManifestWatcher> logger) : BackgroundService
{
    // Two looks at least within the two seconds that are promised, whenever the file changes. It runs from the start on.
    private readonly PeriodicTimer timer = new(TimeSpan.FromSeconds(1), time);
    private UInt128? seen;
    private bool isUnreadable;

    public Manifest Current { get; private set; } = Manifest.Empty;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Value.ManifestPath is null && options.Value.Enforces)
        {
            NoManifest();
        }

        await LookAsync();
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value.ManifestPath is null)
        {
            return;
        }

        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await LookAsync();
        }
    }

    public override void Dispose()
    {
        timer.Dispose();
        base.Dispose();
    }

    private async Task LookAsync()
    {
        if (options.Value.ManifestPath is not { } path)
        {
            return;
        }

        try
        {
            var bytes = await File.ReadAllBytesAsync(path);
            isUnreadable = false;
            var hash = XxHash128.HashToUInt128(bytes);
            if (seen == hash)
            {
                return;
            }

            seen = hash;
            var manifest = Manifest.Read(bytes);
            foreach (var document in manifest.Documents)
            {
                await RequireValidAsync(document);
            }

            Current = manifest;
            Taken(manifest.Count);
        }
        catch (FormatException problem)
        {
            Refused(problem);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // Once for each time that it goes away: it is looked for every second.
            if (!isUnreadable)
            {
                isUnreadable = true;
                Unreadable(problem, Current.Count);
            }
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

    [LoggerMessage(
        EventId = 2614,
        Level = LogLevel.Error,
        Message = "The manifest of trusted documents cannot be read; {Documents} documents are known, and where others are refused nothing else runs.")]
    private partial void Unreadable(Exception problem, int documents);

    [LoggerMessage(EventId = 2615, Level = LogLevel.Warning, Message = "Only trusted documents may be run, and no manifest says which: everything is refused.")]
    private partial void NoManifest();
}
