namespace Bff.Grains.Caching;

/// <summary>
/// A grain that owns answers. When its silo ends, one that is in use moves to another with what it keeps: the first to ask there is answered
/// from memory, and v6 does not feel that silos are replaced.
/// </summary>
internal abstract class OwnerGrain(OwnerCache cache) : Grain, IGrainMigrationParticipant
{
    /// <summary>What it keeps.</summary>
    protected OwnerCache Cache => cache;

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        if (cache.IsWorthMoving(reason))
        {
            // Orleans takes it as a wish while it deactivates: this grain goes on elsewhere at once, instead of with the next call.
            MigrateOnIdle();
        }

        return Task.CompletedTask;
    }

    public void OnDehydrate(IDehydrationContext dehydrationContext) => cache.Leave(dehydrationContext);

    public void OnRehydrate(IRehydrationContext rehydrationContext) => cache.Arrive(rehydrationContext);
}
