using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Bff.Contracts.Surveys;
using Bff.Upstream.Http;

namespace Bff.Tests.Upstream;

/// <summary>What operators see of the calls, and what they never see.</summary>
public sealed class TelemetryTests
{
    [Fact]
    public async Task The_trace_goes_on_at_v6_and_no_baggage_goes_with_it()
    {
        using var spans = new Spans();
        await using var server = RawServer.Start(_ => RawReply.Json("{}", 404));
        await using var host = new UpstreamHost(server.Address);
        using var parent = new Activity("caller").SetIdFormat(ActivityIdFormat.W3C).AddBaggage("customer", "m-1").Start();

        await host.Bookings.GetServiceAsync(UpstreamHost.Tenant, UpstreamHost.Service);

        var span = spans.Of(parent).ShouldHaveSingleItem();
        (span.DisplayName, span.Kind, span.GetTagItem("bff.outcome")).ShouldBe(("v6 getService", ActivityKind.Client, "absent"));
        var headers = server.Requests.ShouldHaveSingleItem().Headers;
        headers["traceparent"].ShouldBe(span.Id);
        headers.Keys.ShouldNotContain("baggage");
        headers.Keys.ShouldNotContain("correlation-context");
    }

    [Fact]
    public async Task The_secret_of_a_link_is_in_no_span_and_no_log_line()
    {
        using var spans = new Spans();
        await using var server = RawServer.Start(_ => RawReply.Json("{}", 503));
        await using var host = new UpstreamHost(server.Address);
        using var parent = new Activity("caller").SetIdFormat(ActivityIdFormat.W3C).Start();

        await host.Surveys.GetSurveyByLinkAsync(UpstreamHost.Tenant, InvitationToken.TryParse("magic-secret", out var link) ? link : default);

        var seen = spans.Of(parent).SelectMany(span => span.TagObjects.Select(tag => $"{tag.Value}").Append(span.DisplayName)).ToList();
        seen.ShouldNotBeEmpty();
        seen.Concat(host.Log.Lines).ShouldAllBe(text => !text.Contains("magic-secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Calls_are_measured_by_operation_and_outcome_and_never_by_tenant()
    {
        await using var server = RawServer.Start(_ => RawReply.Close);
        await using var host = new UpstreamHost(server.Address, options => options.ReadRetries = 1);
        var tags = new ConcurrentQueue<(string Instrument, string Tags)>();
        var meters = host.Get<IMeterFactory>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Meter.Scope == meters && instrument.Meter.Name == UpstreamMetrics.Name)
                {
                    self.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<double>((instrument, _, values, _) => Keep(instrument, values));
        listener.SetMeasurementEventCallback<long>((instrument, _, values, _) => Keep(instrument, values));
        listener.Start();

        await host.Bookings.GetServiceAsync(UpstreamHost.Tenant, UpstreamHost.Service);
        await host.Bookings.CreateGuestBookingAsync(UpstreamHost.Tenant, UpstreamHost.Booking);

        tags.Where(measured => measured.Instrument == "bff.upstream.call.duration").Select(measured => measured.Tags)
            .ShouldBe(["operation=getService;outcome=UPSTREAM_UNAVAILABLE", "operation=createGuestBooking;outcome=UNKNOWN_OUTCOME"]);
        tags.Count(measured => measured.Instrument == "bff.upstream.retries").ShouldBe(1);
        tags.ShouldAllBe(measured => !measured.Tags.Contains(UpstreamHost.Tenant.Value));

        void Keep(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> values) =>
            tags.Enqueue((instrument.Name, string.Join(';', values.ToArray().Select(tag => $"{tag.Key}={tag.Value}"))));
    }

    /// <summary>Every span of every source; other tests run beside this one, so a test asks for those beneath its own parent.</summary>
    private sealed class Spans : IDisposable
    {
        private readonly ConcurrentQueue<Activity> ended = new();
        private readonly ActivityListener listener;

        public Spans()
        {
            listener = new ActivityListener
            {
                ShouldListenTo = _ => true,
                Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
                ActivityStopped = ended.Enqueue,
            };
            ActivitySource.AddActivityListener(listener);
        }

        public IReadOnlyList<Activity> Of(Activity parent) => [.. ended.Where(span => span.TraceId == parent.TraceId && span != parent)];

        public void Dispose() => listener.Dispose();
    }
}
