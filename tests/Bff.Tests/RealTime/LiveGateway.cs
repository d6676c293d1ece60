using Bff.Tests.Auth;
using Bff.Tests.Graph;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Bff.Tests.RealTime;

/// <summary>A gateway on a real port whose clock the test moves.</summary>
internal sealed class LiveGateway : IAsyncDisposable
{
    private readonly TestGateway gateway;

    private LiveGateway(EventSchema schema, TestGateway gateway, FakeTimeProvider time) => (Schema, this.gateway, Time) = (schema, gateway, time);

    public EventSchema Schema { get; }

    public FakeTimeProvider Time { get; }

    public Uri Address => gateway.Client.BaseAddress!;

    public HttpClient Http => gateway.Client;

    public static async Task<LiveGateway> StartAsync(params (string Key, string Value)[] settings)
    {
        var (schema, time) = (new EventSchema(), new FakeTimeProvider());
        return new LiveGateway(schema, await TestGateway.StartAsync(schema.Compose, builder => Configure(builder, time, settings)), time);
    }

    /// <summary>A client of the test's tenant, acknowledged.</summary>
    public Task<SocketClient> ConnectAsync() => SocketClient.StartAsync(Address, new Dictionary<string, string> { ["X-Company-Id"] = TestGateway.Tenant });

    /// <summary>Waits until so many subscriptions of the test's feed listen.</summary>
    public Task ListenersBecomeAsync(int count) => Eventually.BecomesAsync(() => Task.FromResult(Schema.Listeners == count), $"{count} listeners");

    /// <summary>Lets time pass until the task is done: the moment at which a timer begins is the gateway's own.</summary>
    public async Task PassTimeUntilAsync(Task done, double step = 1)
    {
        await Eventually.BecomesAsync(
            () =>
            {
                Time.Advance(TimeSpan.FromSeconds(step));
                return Task.FromResult(done.IsCompleted);
            },
            "time passes until it is done");
        await done;
    }

    public ValueTask DisposeAsync() => gateway.DisposeAsync();

    /// <summary>Stops the gateway as an operator does.</summary>
    public Task StopAsync() => gateway.Services.GetRequiredService<Microsoft.Extensions.Hosting.IHost>().StopAsync();

    private static void Configure(WebApplicationBuilder builder, FakeTimeProvider time, (string Key, string Value)[] settings)
    {
        builder.WebHost.UseKestrel().UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<TimeProvider>(time);
        foreach (var (key, value) in settings)
        {
            builder.Configuration[key] = value;
        }
    }
}
