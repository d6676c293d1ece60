using Orleans.Storage;

namespace Bff.Grains.Auth.Limits;

/// <summary>
/// Generic cell rate algorithm (ITU-T I.371): all that has to be kept is the moment at which the subject will have paid for every
/// attempt so far.
/// </summary>
[GrainType("sign-in-limit")]
internal sealed class SignInLimitGrain(
    [PersistentState("sign-in-limit", SessionStorage.Name)] IPersistentState<SignInLimitState> state, AuthTime time) : Grain, ISignInLimitGrain
{
    private const int Tries = 5;

    public async Task<TimeSpan?> TakeAsync(SignInAllowance allowance)
    {
        var price = allowance.Within / allowance.Attempts;
        for (var attempt = 1; ; attempt++)
        {
            var (now, paid) = (time.Now, state.State.PaidUntil);
            var paidThen = (paid > now ? paid : now) + price;
            if (paidThen - now > allowance.Within)
            {
                return paidThen - now - allowance.Within;
            }

            try
            {
                state.State.PaidUntil = paidThen;
                await state.WriteStateAsync();
                return null;
            }
            catch (InconsistentStateException) when (attempt < Tries)
            {
                // Another activation counted meanwhile: count on top of it.
                await state.ReadStateAsync();
            }
            catch
            {
                state.State.PaidUntil = paid;
                throw;
            }
        }
    }

    // A count that is paid off says nothing any more; without this, every phone and address ever seen would stay in storage.
    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) =>
        state.RecordExists && state.State.PaidUntil <= time.Now ? state.ClearStateAsync(cancellationToken) : Task.CompletedTask;

    public Task ClearAsync() => state.ClearStateAsync();
}

/// <summary>What is kept of a subject's attempts.</summary>
[GenerateSerializer, Alias("bff.sign-in-limit-state")]
internal sealed class SignInLimitState
{
    [Id(0)]
    public DateTimeOffset PaidUntil { get; set; }
}
