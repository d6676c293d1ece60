using Bff.ServiceDefaults.WarmUp;

namespace Bff.Gateway.WarmUp;

internal static class WarmUpExtensions
{
    /// <summary>Practises all that the first clients will want before it is ready.</summary>
    public static void AddWarmUp(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ClusterConnection>();
        builder.Services.AddWarmUp<PracticeExercise>().AddWarmUp<ClusterExercise>().AddWarmUp<LoopbackExercise>();
    }
}
