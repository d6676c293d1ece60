using Bff.ServiceDefaults.WarmUp;

namespace Bff.Gateway.WarmUp;

/// <summary>Asks a gateway in this process what clients will ask the real one.</summary>
internal sealed class PracticeExercise(IServiceProvider services) : IWarmUpExercise
{
    private PracticeHost? host;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        host ??= await PracticeHost.StartAsync(services, cancellationToken);
        foreach (var request in PracticeRequests.Make())
        {
            using (request)
            {
                using var response = await host.Client.SendAsync(request, cancellationToken);
                await response.Content.CopyToAsync(Stream.Null, cancellationToken);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref host, null) is { } practice)
        {
            await practice.DisposeAsync();
        }
    }
}
