using System.Reflection;
using Bff.Contracts.Answers;
using Bff.Contracts.Auth;
using Bff.Contracts.Keys;
using Bff.Contracts.WarmUp;
using Bff.Grains;
using Bff.ServiceDefaults.WarmUp;
using Orleans.Serialization;
using Orleans.Storage;

namespace Bff.Silo.WarmUp;

/// <summary>
/// The grains that own answers, made by hand beside the silo: they have a container of their own, with the real clients of v6, caches and
/// mappings, but a v6 of nobody (<see cref="PracticeUpstream"/>) and a cluster of nobody. The silo does not know of them.
/// </summary>
internal sealed class PracticeOwners : IAsyncDisposable
{
    // The most particular first: each reads its own kind of key only.
    private static readonly string[] Keys =
        [.. new[] { typeof(SlotDayKey), typeof(CustomerKey), typeof(StorefrontDomain), typeof(TenantId) }.Select(type => Samples.Of(type)!.ToString()!)];

    private readonly PracticeUpstream upstream;
    private readonly ServiceProvider services;
    private readonly IReadOnlyList<Owner> owners;

    private PracticeOwners(PracticeUpstream upstream, ServiceProvider services) =>
        (this.upstream, this.services, owners) = (upstream, services, [.. OwnersOf(services)]);

    public static async Task<PracticeOwners> StartAsync(IServiceProvider real, CancellationToken cancellationToken)
    {
        var upstream = await PracticeUpstream.StartAsync(cancellationToken);
        var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder()
                .AddConfiguration(real.GetRequiredService<IConfiguration>())
                .AddInMemoryCollection(new Dictionary<string, string?> { ["Upstream:BaseAddress"] = upstream.Address })
                .Build())
            .AddLogging()
            .AddSingleton(real.GetRequiredService<TimeProvider>())
            .AddSingleton(real.GetRequiredService<IHostEnvironment>())
            .AddSingleton(real.GetRequiredService<Serializer>())
            .AddSingleton(real.GetRequiredService<ILocalSiloDetails>())
            .AddSingleton<System.Diagnostics.Metrics.IMeterFactory>(new MutedMeters())
            .AddSingleton(PracticeGrains.Create())
            .AddKeyedSingleton(KeyedService.AnyKey, DispatchProxy.Create<IGrainStorage, PracticeGrain>())
            .AddGrains();
        return new PracticeOwners(upstream, services.BuildServiceProvider());
    }

    /// <summary>What the owners are called in a cluster, by the keys of nobody.</summary>
    public IEnumerable<(Type Grain, string Key)> Addresses => owners.Select(owner => (owner.Grain, owner.Key));

    /// <summary>Every read of every owner once, each of an owner that has kept nothing yet, and once more of what it has kept.</summary>
    /// <returns>What was asked, and the answer.</returns>
    public async Task<IReadOnlyList<(string Read, object Answer)>> ReadAsync()
    {
        var answers = new List<(string, object)>();
        foreach (var owner in owners)
        {
            var grain = Make(owner.Type, owner.Key, services);
            foreach (var read in owner.Reads)
            {
                answers.Add((read.Name, await read.AskAsync(grain)));
                await read.AskAsync(grain);
            }
        }

        return answers;
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await upstream.DisposeAsync();
    }

    private static IEnumerable<Owner> OwnersOf(IServiceProvider services) =>
        from type in typeof(GrainsServiceCollectionExtensions).Assembly.GetTypes()
        where type is { IsAbstract: false } && type.IsAssignableTo(typeof(Grain)) && type.GetConstructors().Any(TakesContext)
        from grain in type.GetInterfaces().Where(Samples.GrainInterfaces.Contains)
        let reads = grain.GetMethods().Where(IsRead).Select(method => new Read(method)).ToArray()
        where reads.Length > 0
        select new Owner(grain, type, KeyOf(type, services), reads);

    private static bool TakesContext(ConstructorInfo constructor) => constructor.GetParameters().Any(parameter => parameter.ParameterType == typeof(IGrainContext));

    private static bool IsRead(MethodInfo method) => Samples.ResultOf(method) is { IsGenericType: true } result && result.GetGenericTypeDefinition() == typeof(Answer<>);

    private static string KeyOf(Type type, IServiceProvider services)
    {
        foreach (var key in Keys)
        {
            try
            {
                Make(type, key, services);
                return key;
            }
            catch (Exception exception) when (exception is FormatException or ArgumentException)
            {
                // Not its kind: try the next.
            }
        }

        throw new InvalidOperationException($"{type.Name} has a key that cannot be made up.");
    }

    private static object Make(Type type, string key, IServiceProvider services)
    {
        var context = DispatchProxy.Create<IGrainContext, PracticeContext>();
        ((PracticeContext)context).Id = GrainId.Create("warm-up", key);
        return ActivatorUtilities.CreateInstance(services, type, context);
    }

    private sealed record Owner(Type Grain, Type Type, string Key, IReadOnlyList<Read> Reads);

    private sealed class Read(MethodInfo method)
    {
        private readonly object?[] arguments = [.. method.GetParameters().Select(parameter => Samples.Of(parameter.ParameterType))];
        private readonly PropertyInfo result = method.ReturnType.GetProperty(nameof(Task<>.Result))!;

        public string Name => $"{method.DeclaringType!.Name}.{method.Name}";

        public async Task<object> AskAsync(object grain)
        {
            var answer = (Task)method.Invoke(grain, arguments)!;
            await answer;
            return result.GetValue(answer)!;
        }
    }
}

/// <summary>Tells a grain its key and nothing else.</summary>
internal class PracticeContext : DispatchProxy
{
    public GrainId Id { get; set; }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
        targetMethod!.Name is "get_GrainId" ? Id : throw new NotSupportedException(targetMethod.Name);
}
