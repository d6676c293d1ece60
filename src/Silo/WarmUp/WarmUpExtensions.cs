using Bff.ServiceDefaults.WarmUp;

namespace Bff.Silo.WarmUp;

internal static class WarmUpExtensions
{
    /// <summary>Practises all that the first gateways will want before it is ready.</summary>
    public static void AddWarmUp(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<SiloActivation>();
        builder.Services.AddWarmUp<OwnerExercise>().AddWarmUp<ClientExercise>();
    }
}
