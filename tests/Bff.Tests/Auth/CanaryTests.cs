using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using Bff.Contracts.Auth;
using Bff.Contracts.Keys;
using Bff.Grains.Auth;
using Bff.Grains.Auth.Storage;
using Bff.Sandbox.Faults;
using Bff.Tests.Fixture;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Orleans.Storage;

namespace Bff.Tests.Auth;

/// <summary>Runs sign-in, use, failure and sign-out with recognisable values and looks for them wherever something is written down.</summary>
public sealed class CanaryTests
{
    private const string Phone = "+85299887766";
    private const string Email = "canary.bird@example.com";

    [Fact]
    public async Task No_token_phone_or_email_reaches_logs_traces_metrics_storage_grain_keys_or_errors()
    {
        using var recorder = new Recorder();
        await using var bff = await BffFixture.StartAsync(new BffSetup { Silos = 2, Log = recorder });
        var (device, secrets) = await RunFlowsAsync(bff);
        recorder.Add("stored", System.Text.Encoding.Latin1.GetString((await StoredAsync(bff, device)).Sealed));
        foreach (var grain in await bff.Cluster.Client.GetGrain<IManagementGrain>(0).GetDetailedGrainStatistics())
        {
            recorder.Add("grain", grain.GrainId.ToString());
        }

        recorder.Places.ShouldBe(["error", "grain", "log", "metric", "stored", "trace"], ignoreOrder: true);
        foreach (var secret in secrets)
        {
            recorder.Find(secret).ShouldBeEmpty($"A secret of {secret.Length} characters was written down.");
        }
    }

    private static async Task<(Device Device, string[] Secrets)> RunFlowsAsync(BffFixture bff)
    {
        var tenant = bff.NewTenant();
        var member = bff.V6.AddMember(tenant, Phone, Email);
        var device = new Device(bff, tenant, Phone);
        await device.SignInAsync();
        var code = bff.V6.CodeFor(tenant, Phone);
        var tokens = bff.Cluster.Silos[0].ServiceProvider.GetRequiredService<ICallerTokens>();
        var caller = Caller.Of(new CustomerKey(TenantId.Parse(tenant), EntityId.Parse(member)), new SessionCredential(SessionKey.Of(device.SessionId)));
        var token = (await tokens.GetAsync(caller)).Token.Value;
        await device.SendAsync("{ me { id name phone email } session { id } sessions { id } }");
        var own = bff.V6.IssueToken(tenant, member);
        await new Device(bff, tenant, Phone) { Bearer = own }.SendAsync("{ me { id } }");

        // What goes wrong is written about most.
        var guess = await new Device(bff, tenant, Phone).VerifyAsync("000000");
        var invalid = await device.SendAsync($$"""mutation { registerMember(input: { name: "", phone: "{{Phone}}", email: "{{Email}}" }) { errors { ... on Error { code message } } } }""");
        bff.V6.Fail(new FaultRule { Kind = FaultKind.Garbage });
        var failed = await device.SendAsync($$"""mutation { requestOtp(input: { phone: "{{Phone}}" }) { errors { ... on Error { code message } } } refreshSession { errors { ... on Error { code message } } } }""");
        bff.V6.GoDown();
        var down = await new Device(bff, tenant, Phone) { Bearer = own[..^4] + "zzzz" }.SendAsync("{ me { id } }");
        bff.V6.Recover();
        foreach (var reply in new[] { guess, invalid, failed, down })
        {
            Recorder.Current.Add("error", reply.Text);
        }

        return (device, [device.SessionId, token, own, Phone, Phone[1..], Email, Email.Split('@')[0], code]);
    }

    private static async Task<StoredSession> StoredAsync(BffFixture bff, Device device)
    {
        var storage = bff.Cluster.Silos[0].ServiceProvider.GetRequiredKeyedService<IGrainStorage>("sessions");
        var state = new GrainState<StoredSession>(new StoredSession());
        await storage.ReadStateAsync("session", GrainId.Create("session", SessionKey.Of(device.SessionId).Value), state);
        state.RecordExists.ShouldBeTrue();
        return state.State!;
    }

    /// <summary>Everything that was written down, and where.</summary>
    private sealed class Recorder : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<(string Place, string Text)> _texts = new();
        private readonly ActivityListener _activities;
        private readonly MeterListener _meters;

        public Recorder()
        {
            Current = this;
            _activities = new ActivityListener
            {
                ShouldListenTo = _ => true,
                Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
                ActivityStopped = activity => Add("trace", $"{activity.DisplayName} {string.Join(' ', activity.TagObjects)} {string.Join(' ', activity.Events.SelectMany(e => e.Tags))} {string.Join(' ', activity.Baggage)}"),
            };
            ActivitySource.AddActivityListener(_activities);
            _meters = new MeterListener { InstrumentPublished = (instrument, listener) => listener.EnableMeasurementEvents(instrument) };
            _meters.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Add("metric", $"{instrument.Name} {Join(tags)}"));
            _meters.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Add("metric", $"{instrument.Name} {Join(tags)}"));
            _meters.SetMeasurementEventCallback<int>((instrument, _, tags, _) => Add("metric", $"{instrument.Name} {Join(tags)}"));
            _meters.Start();
        }

        public static Recorder Current { get; private set; } = null!;

        public IEnumerable<string> Places => _texts.Select(text => text.Place).Distinct();

        public void Add(string place, string text) => _texts.Enqueue((place, text));

        public IEnumerable<string> Find(string secret) =>
            _texts.Where(entry => entry.Text.Contains(secret, StringComparison.OrdinalIgnoreCase)).Select(entry => $"{entry.Place}: {entry.Text[..Math.Min(entry.Text.Length, 300)]}").Take(3);

        public ILogger CreateLogger(string categoryName) => this;

        public bool IsEnabled(LogLevel logLevel) => true;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            Add("log", Convert.ToString(state, CultureInfo.InvariantCulture) ?? "");
            return null;
        }

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Add("log", $"{formatter(state, exception)} {exception} {(state is IEnumerable<KeyValuePair<string, object?>> pairs ? string.Join(' ', pairs) : "")}");

        public void Dispose()
        {
            _activities.Dispose();
            _meters.Dispose();
        }

        private static string Join(ReadOnlySpan<KeyValuePair<string, object?>> tags) => string.Join(' ', tags.ToArray());
    }
}
