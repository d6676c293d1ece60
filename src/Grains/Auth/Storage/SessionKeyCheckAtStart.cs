using Microsoft.Extensions.DependencyInjection;

namespace Bff.Grains.Auth.Storage;

/// <summary>Checks the keys when storage is there and before the first grain is.</summary>
internal sealed class SessionKeyCheckAtStart(IServiceProvider services) : ILifecycleParticipant<ISiloLifecycle>
{
    public void Participate(ISiloLifecycle observer) => observer.Subscribe(
        nameof(SessionKeyCheckAtStart),
        ServiceLifecycleStage.Active,
        _ => services.GetRequiredService<SessionKeyCheck>().RunAsync());
}
