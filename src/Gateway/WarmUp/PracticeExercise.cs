using Bff.Gateway.Auth;
using Bff.ServiceDefaults.WarmUp;

namespace Bff.Gateway.WarmUp;

/// <summary>Asks a gateway in this process what clients will ask the real one.</summary>
internal sealed class PracticeExercise(IServiceProvider services) : IWarmUpExercise
{
    private PracticeHost? host;
    private int round;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        host ??= await StartAsync(cancellationToken);
        foreach (var request in PracticeRequests.Make(round++))
        {
            using (request)
            {
                using var response = await host.Client.SendAsync(request, cancellationToken);
                await response.Content.CopyToAsync(Stream.Null, cancellationToken);
            }
        }
    }

    private Task<PracticeHost> StartAsync(CancellationToken cancellationToken)
    {
        // What the real gateway makes for its first request, made now.
        services.GetRequiredService<CallerResolver>();
        return PracticeHost.StartAsync(services, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref host, null) is { } practice)
        {
            await practice.DisposeAsync();
        }
    }
}
