using System.Diagnostics.Metrics;
using Bff.Caching;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bff.Tests.Caching;

internal static class TestMetrics
{
    public static CacheMetrics Create(string layer) => new(layer, NewMeters(), NullLogger<CacheMetrics>.Instance, TimeProvider.System);

    public static IMeterFactory NewMeters() => new ServiceCollection().AddMetrics().BuildServiceProvider().GetRequiredService<IMeterFactory>();
}
