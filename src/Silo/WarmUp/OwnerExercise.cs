using Bff.Grains.WarmUp;
using Bff.ServiceDefaults.WarmUp;
using Orleans.Core.Internal;
using Orleans.Runtime.Placement;

namespace Bff.Silo.WarmUp;

/// <summary>
/// Asks owners of answers what gateways will ask them, with a v6 of nobody behind them; and, when the silo is active, has the real ones of
/// nobody's keys made and put away again without asking them for anything.
/// </summary>
internal sealed class OwnerExercise(IServiceProvider services, IGrainFactory grains, ILocalSiloDetails silo, SiloActivation activation) : IWarmUpExercise
{
    private const int Activations = 2;

    private PracticeOwners? owners;
    private int activations;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        owners ??= await StartAsync(cancellationToken);
        await owners.ReadAsync();
        if (activation.IsOver && activations < Activations)
        {
            await ActivateAsync(owners, here: activations++ == 0);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref owners, null) is { } practice)
        {
            await practice.DisposeAsync();
        }
    }

    private Task<PracticeOwners> StartAsync(CancellationToken cancellationToken)
    {
        UpstreamPractice.MakeClients(services);
        return PracticeOwners.StartAsync(services, cancellationToken);
    }

    // First in this silo, then where the cluster would have them, so that choosing is practised too.
    private async Task ActivateAsync(PracticeOwners practice, bool here)
    {
        if (here)
        {
            RequestContext.Set(IPlacementDirector.PlacementHintKey, silo.SiloAddress);
        }

        foreach (var (grain, key) in practice.Addresses)
        {
            await grains.GetGrain(grain, key).AsReference<IGrainManagementExtension>().DeactivateOnIdle();
        }

        // A governor of its own: that of another silo's exercise may be elsewhere.
        await UpstreamPractice.LeaseAsync(services);
        RequestContext.Clear();
    }
}
