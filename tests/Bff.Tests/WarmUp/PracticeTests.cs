using System.Text.Json;
using Bff.Contracts.WarmUp;
using Bff.Gateway.WarmUp;
using Bff.Tests.Fixture;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;

namespace Bff.Tests.WarmUp;

/// <summary>What a host practises with goes through all that real requests go through, and leaves no trace.</summary>
public sealed class PracticeTests(SharedBff shared) : IClassFixture<SharedBff>
{
    private readonly BffFixture bff = shared.Bff;

    [Fact]
    public async Task Every_practised_request_is_answered_with_data_and_without_an_error()
    {
        await using var practice = await PracticeHost.StartAsync(bff.ServicesOf(0), TestContext.Current.CancellationToken);

        foreach (var request in PracticeRequests.Make())
        {
            using var response = await practice.Client.SendAsync(request, TestContext.Current.CancellationToken);
            var text = await Decompress(response);
            using var reply = JsonDocument.Parse(text);

            // Only who is signed in sees an account; a guest gets nulls.
            reply.RootElement.TryGetProperty("errors", out _).ShouldBeFalse(text);
            reply.RootElement.GetProperty("data").EnumerateObject().ShouldNotBeEmpty(text);
        }
    }

    [Fact]
    public async Task Practising_asks_v6_for_nothing_and_keeps_nothing()
    {
        await using (var exercise = new PracticeExercise(bff.ServicesOf(0)))
        {
            await exercise.RunAsync(TestContext.Current.CancellationToken);
            await exercise.RunAsync(TestContext.Current.CancellationToken);
        }

        bff.V6.AllCalls("warm-up").ShouldBe(0);
        var reply = await bff.Storefront("warm-up").SendAsync("{ services(first: 1) { nodes { id } } }");
        reply.Errors.ShouldNotBeEmpty("v6 knows no such tenant: whoever gets services was given made-up ones.");
    }

    [Fact]
    public void One_of_everything_that_travels_can_be_made_up_written_and_read()
    {
        var made = Samples.OfContracts();

        new WirePractice(bff.Cluster.Silos[0].ServiceProvider.GetRequiredService<Serializer>()).RoundTrip().ShouldBe(made.Count);
        made.Count.ShouldBeGreaterThan(80);
        made.Select(value => value.GetType()).ShouldContain(typeof(Bff.Contracts.Answers.Answer<Bff.Contracts.Bookings.SlotDay>));
    }

    private static async Task<string> Decompress(HttpResponseMessage response)
    {
        await using var stream = await response.Content.ReadAsStreamAsync();
        await using var plain = response.Content.Headers.ContentEncoding.SingleOrDefault() switch
        {
            "br" => new System.IO.Compression.BrotliStream(stream, System.IO.Compression.CompressionMode.Decompress),
            "gzip" => new System.IO.Compression.GZipStream(stream, System.IO.Compression.CompressionMode.Decompress),
            _ => stream,
        };
        using var reader = new StreamReader(plain);
        return await reader.ReadToEndAsync();
    }
}
