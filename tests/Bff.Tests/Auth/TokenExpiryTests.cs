using Bff.Contracts.Answers;
using Bff.Sandbox.Faults;
using Bff.Tests.Fixture;

namespace Bff.Tests.Auth;

/// <summary>A page with three hundred requests at the moment its token runs out, over two gateways and two silos.</summary>
public sealed class TokenExpiryTests(TimedBff system) : IClassFixture<TimedBff>
{
    private const int Requests = 300;
    private readonly BffFixture _bff = system.Bff;

    [Fact]
    public async Task Three_hundred_requests_at_token_expiry_cause_one_refresh_and_no_logout()
    {
        var device = await NearExpiryAsync();

        var replies = await AskAsync(device, Requests);

        SignedOut(replies).ShouldBe(0);

        // Some of so many at once are held off from v6: told to come again, not to sign in.
        _bff.V6.Calls("getBooking", device.Tenant).ShouldBeGreaterThan(Requests / 4);
        _bff.V6.Calls("refreshToken", device.Tenant).ShouldBe(1);
        (await device.IsSignedInAsync(0) && await device.IsSignedInAsync(1)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_burst_of_401s_to_old_and_new_tokens_is_no_logout()
    {
        var device = await Device.SignedInAsync(_bff);
        _bff.V6.Fail(new FaultRule { OperationId = "getBooking", Tenant = device.Tenant, Kind = FaultKind.Status, Status = 401, Times = Requests / 2 });

        var replies = await AskAsync(device, Requests);

        SignedOut(replies).ShouldBe(0);
        _bff.V6.Calls("refreshToken", device.Tenant).ShouldBeInRange(1, 10);
        (await device.IsSignedInAsync(0) && await device.IsSignedInAsync(1)).ShouldBeTrue();
    }

    [Fact]
    public async Task The_same_with_the_request_lost_on_its_way_costs_nobody_the_session()
    {
        var device = await NearExpiryAsync();
        _bff.V6.Fail(new FaultRule { OperationId = "refreshToken", Tenant = device.Tenant, Kind = FaultKind.ResetBeforeCommit, Times = 1 });

        var replies = await AskAsync(device, Requests);

        SignedOut(replies).ShouldBe(0);
        _bff.V6.Commits("refreshToken", device.Tenant).ShouldBe(1);
        (await device.IsSignedInAsync(0) && await device.IsSignedInAsync(1)).ShouldBeTrue();
    }

    [Fact]
    public async Task The_same_with_the_reply_dropped_asks_that_one_session_to_sign_in_again_and_no_other()
    {
        var device = await NearExpiryAsync();
        var other = await device.AnotherAsync();
        _bff.V6.Fail(new FaultRule { OperationId = "refreshToken", Tenant = device.Tenant, Kind = FaultKind.ResetAfterCommit, Times = 1 });

        var replies = await AskAsync(device, Requests);

        SignedOut(replies).ShouldBe(Requests);
        _bff.V6.Calls("refreshToken", device.Tenant).ShouldBe(2);
        SignedOut(await AskAsync(other, 10)).ShouldBe(0);
        await device.SignInAsync();
        SignedOut(await AskAsync(device, 10)).ShouldBe(0);
    }

    [Fact]
    public async Task The_same_during_twenty_seconds_of_503s_signs_nobody_out_and_leaves_v6_alone_in_between()
    {
        var device = await NearExpiryAsync();
        _bff.V6.Fail(new FaultRule { OperationId = "refreshToken", Tenant = device.Tenant, Kind = FaultKind.Status, Status = 503 });
        var signedOut = 0;

        for (var second = 0; second < 20; second++)
        {
            signedOut += SignedOut(await AskAsync(device, Requests / 20));
            system.PassTime(TimeSpan.FromSeconds(1));
        }

        var asked = _bff.V6.Calls("refreshToken", device.Tenant);
        _bff.V6.Recover();
        system.PassTime(TimeSpan.FromSeconds(31));
        signedOut += SignedOut(await AskAsync(device, 10));

        signedOut.ShouldBe(0);

        // After 0, 1, 3, 7 and 15 s, each time once more because a 503 may hide a renewal that was made.
        asked.ShouldBeInRange(2, 10);
        _bff.V6.Commits("refreshToken", device.Tenant).ShouldBe(1);
    }

    private async Task<Device> NearExpiryAsync()
    {
        var device = await Device.SignedInAsync(_bff);
        system.PassTime(_bff.V6.TokenLife - TimeSpan.FromMinutes(5));
        return device;
    }

    // Each asks for something else, so that each needs the token for itself.
    private static Task<StorefrontReply[]> AskAsync(Device device, int times) => Task.WhenAll(Enumerable.Range(0, times).Select(i =>
        device.SendAsync($$"""{ me { id booking(id: "booking-{{Guid.NewGuid():n}}") { id } } }""", i % 2)));

    private static int SignedOut(StorefrontReply[] replies) => replies.Count(reply => reply.Codes.Contains(ErrorCodes.Unauthenticated));
}
