using Microsoft.Extensions.DependencyInjection;

namespace Bff.Grains.Auth.Storage;

/// <summary>Checks the keys when storage is there, and before other silos and gateways hear of this one.</summary>
internal sealed class SessionKeyCheckAtStart(IServiceProvider services) : ILifecycleParticipant<ISiloLifecycle>
{
    public void Participate(ISiloLifecycle observer) => observer.Subscribe(
        nameof(SessionKeyCheckAtStart),
        ServiceLifecycleStage.BecomeActive - 1,
        _ => services.GetRequiredService<SessionKeyCheck>().RunAsync());
}
