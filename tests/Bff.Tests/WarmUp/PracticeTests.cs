using System.Text.Json;
using Bff.Contracts.WarmUp;
using Bff.Gateway.WarmUp;
using Bff.Silo.WarmUp;
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

        var kept = 0;
        foreach (var request in PracticeRequests.Make(round: 0))
        {
            using var response = await practice.Client.SendAsync(request, TestContext.Current.CancellationToken);
            var text = await Decompress(response);
            using var reply = JsonDocument.Parse(text);

            // Only who is signed in sees an account; a guest gets nulls.
            reply.RootElement.TryGetProperty("errors", out _).ShouldBeFalse(text);
            reply.RootElement.GetProperty("data").EnumerateObject().ShouldNotBeEmpty(text);
            kept += response.Headers.Age is null ? 0 : 1;
        }

        kept.ShouldBeGreaterThan(1, "replies are kept and given again as in earnest");
    }

    [Fact]
    public async Task Practising_asks_v6_for_nothing_and_keeps_nothing()
    {
        await using (var exercise = new PracticeExercise(bff.ServicesOf(0)))
        {
            await exercise.RunAsync(TestContext.Current.CancellationToken);
            await exercise.RunAsync(TestContext.Current.CancellationToken);
        }

        new[] { "warm-up", "warm-up-0", "warm-up-1" }.Sum(bff.V6.AllCalls).ShouldBe(0);
        var reply = await bff.Storefront("warm-up-0").SendAsync("{ services(first: 1) { nodes { id } } }");
        reply.Errors.ShouldNotBeEmpty("v6 knows no such tenant: whoever gets services was given made-up ones.");
    }

    [Fact]
    public async Task Every_read_of_every_owner_is_practised_and_finds_something_and_v6_is_not_asked()
    {
        await using var owners = await PracticeOwners.StartAsync(bff.Cluster.Silos[0].ServiceProvider, TestContext.Current.CancellationToken);

        var answers = await owners.ReadAsync();

        foreach (var (read, answer) in answers)
        {
            TestContext.Current.TestOutputHelper!.WriteLine($"{read} {answer}"[..Math.Min(200, $"{read} {answer}".Length)]);
        }
        answers.Where(answer => !IsFound(answer.Answer)).Select(answer => $"{answer.Read}: {answer.Answer}").ShouldBeEmpty();
        answers.Count.ShouldBeGreaterThan(25);
        bff.V6.AllCalls("warm-up").ShouldBe(0);

        static bool IsFound(object answer) => (bool)answer.GetType().GetProperty("IsFound")!.GetValue(answer)!;
    }

    [Fact]
    public void One_of_everything_that_travels_can_be_made_up_written_and_read()
    {
        var serializer = bff.Cluster.Silos[0].ServiceProvider.GetRequiredService<Serializer>();
        var types = Samples.GrainInterfaces.SelectMany(Samples.CallsOf)
            .SelectMany(method => method.GetParameters().Select(parameter => parameter.ParameterType).Append(Samples.ResultOf(method)))
            .OfType<Type>()
            .Distinct()
            .ToArray();

        foreach (var isLong in (bool[])[false, true])
        {
            var made = types.Select(type => Samples.Of(type, isLong)).OfType<object>().ToArray();

            made.Length.ShouldBeGreaterThan(80);
            made.Select(value => value.GetType()).ShouldContain(typeof(Bff.Contracts.Answers.Answer<Bff.Contracts.Bookings.SlotDay>));
            made.ShouldAllBe(value => serializer.Deserialize<object>(serializer.SerializeToArray(value))!.GetType() == value.GetType());
        }
    }

    [Fact]
    public async Task Every_call_of_every_grain_goes_to_a_silo_and_comes_back_and_no_grain_hears_of_it()
    {
        using var calls = new LoopbackCalls(bff.Cluster.Client);
        var (asked, known) = (bff.V6.AllCalls("warm-up"), await GrainsOfNobodyAsync());

        await calls.MakeAsync();
        await calls.MakeAsync();

        bff.V6.AllCalls("warm-up").ShouldBe(asked);
        (await GrainsOfNobodyAsync()).Except(known).ShouldBeEmpty();
    }

    private async Task<IReadOnlyList<GrainId>> GrainsOfNobodyAsync() =>
    [
        .. (await bff.Cluster.Client.GetGrain<IManagementGrain>(0).GetDetailedGrainStatistics())
            .Select(grain => grain.GrainId)
            .Where(grain => grain.Key.ToString()!.Contains("warm-up", StringComparison.Ordinal)),
    ];

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
