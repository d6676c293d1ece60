using Bff.Sandbox.Http;
using Bff.Tests.Fixture;
using Bff.Upstream.Operations;

namespace Bff.Tests.Operations;

/// <summary>All 51 operations of v6, done through the schema and counted by v6 itself: what is kept, what never is, and what a change makes stale.</summary>
public sealed class PolicyTests(SharedBff shared) : IClassFixture<SharedBff>
{
    // One in flight for each session, and a verdict kept for seconds: the two exceptions that the policy states.
    private static readonly string[] Exceptions = ["validateToken", "refreshToken"];

    private readonly BffFixture bff = shared.Bff;

    public static TheoryData<string, bool> Kept => Reads(operation => operation.CacheScope is not V6CacheScope.Never);

    public static TheoryData<string, bool> NeverKept => Reads(operation => operation.CacheScope is V6CacheScope.Never && !Exceptions.Contains(operation.Id));

    // Signing in makes nothing stale: it makes another caller, with answers of its own (GuestToMemberTests).
    public static TheoryData<string> Changes =>
        [.. V6Operations.All.Where(operation => StaleOf(operation).Any() && operation.Id is not ("verifyOtp" or "registerMember")).Select(operation => operation.Id)];

    [Fact]
    public void Every_operation_is_in_the_script() =>
        V6Operations.All.Select(operation => operation.Id).Except(Script.Guest.Keys.Concat(Script.Member.Keys)).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Kept))]
    public async Task What_is_kept_is_asked_once(string operation, bool asMember)
    {
        var visitor = await PreparedAsync(operation);
        var before = CallsOf(operation, visitor);

        await Read(operation, asMember)(visitor);
        var once = CallsOf(operation, visitor);
        await Read(operation, asMember)(visitor);

        (once - before).ShouldBeInRange(0, 1);
        CallsOf(operation, visitor).ShouldBe(once);
    }

    [Theory]
    [MemberData(nameof(NeverKept))]
    public async Task What_is_never_kept_is_asked_each_time(string operation, bool asMember)
    {
        var visitor = await PreparedAsync(operation);
        var before = CallsOf(operation, visitor);

        await Read(operation, asMember)(visitor);
        await Read(operation, asMember)(visitor);

        CallsOf(operation, visitor).ShouldBe(before + 2);
    }

    [Fact]
    public async Task The_token_is_never_sent_on_what_is_public()
    {
        var visitor = await Visitor.ArriveAsync(bff);
        visitor.IsAlwaysSignedIn = true;
        var publicOnes = V6Operations.All.Where(operation => operation.Auth is V6Auth.Public or V6Auth.MagicToken).ToList();

        foreach (var operation in publicOnes)
        {
            await (Script.Guest.GetValueOrDefault(operation.Id) ?? Script.Member[operation.Id])(visitor);
        }

        publicOnes.Count.ShouldBeGreaterThan(20);
        publicOnes.ShouldAllBe(operation => CallsOf(operation.Id, visitor) > 0);
        bff.V6.World.Violations.Counts.Keys.Where(violation => violation.Kind == Violation.TokenOnPublicOperation).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task What_a_change_makes_stale_is_read_anew_by_who_made_it(string operation)
    {
        var visitor = await PreparedAsync(operation);
        await PreparedAsync("getBooking", visitor);
        var reads = StaleOf(V6Operations.All.Single(row => row.Id == operation)).SelectMany(FormsOf).Where(form => !IsUntouched(operation, form)).ToList();
        await ReadAllAsync(reads, visitor);
        await ReadAllAsync(reads, visitor);
        var before = reads.ConvertAll(form => CallsOf(form.Operation, visitor));

        await (Script.Member.GetValueOrDefault(operation) ?? Script.Guest[operation])(visitor);
        if (operation == "logout")
        {
            await visitor.SignInAsync();
        }

        foreach (var (operationRead, asMember) in reads)
        {
            var asked = CallsOf(operationRead, visitor);
            await Read(operationRead, asMember)(visitor);
            CallsOf(operationRead, visitor).ShouldBeGreaterThan(asked, $"{operationRead} as {(asMember ? "member" : "guest")} after {operation}");
        }

        before.Count.ShouldBe(reads.Count);
    }

    private static TheoryData<string, bool> Reads(Func<V6Operation, bool> wanted)
    {
        var data = new TheoryData<string, bool>();
        foreach (var form in V6Operations.All.Where(operation => operation.Effect is V6Effect.Read && wanted(operation)).SelectMany(FormsOf))
        {
            data.Add(form.Operation, form.AsMember);
        }

        return data;
    }

    private static IEnumerable<(string Operation, bool AsMember)> FormsOf(V6Operation operation)
    {
        if (Script.Guest.ContainsKey(operation.Id))
        {
            yield return (operation.Id, false);
        }

        if (Script.Member.ContainsKey(operation.Id))
        {
            yield return (operation.Id, true);
        }
    }

    private static IEnumerable<V6Operation> StaleOf(V6Operation operation) =>
        V6Operations.All.Where(read => operation.MakesStale.Contains(read.Id) && read.CacheScope is not V6CacheScope.Never);

    // Signing out changes nothing for everybody else, and who answers by a link does not say which member it is.
    private static bool IsUntouched(string operation, (string Operation, bool AsMember) form) =>
        operation is "logout" ? !form.AsMember : operation is "submitSurveyResponseByToken" && form.AsMember;

    private static Func<Visitor, Task> Read(string operation, bool asMember) => (asMember ? Script.Member : Script.Guest)[operation];

    private static async Task ReadAllAsync(IEnumerable<(string Operation, bool AsMember)> reads, Visitor visitor)
    {
        foreach (var (operation, asMember) in reads)
        {
            await Read(operation, asMember)(visitor);
        }
    }

    private async Task<Visitor> PreparedAsync(string operation, Visitor? visitor = null)
    {
        visitor ??= await Visitor.ArriveAsync(bff);
        if (Script.Needs.TryGetValue(operation, out var first))
        {
            await Script.Member[first](visitor);
        }

        return visitor;
    }

    private long CallsOf(string operation, Visitor visitor) =>
        bff.V6.Calls(operation, operation is "resolveStorefrontDomain" or "getSurveyByToken" ? null : visitor.Tenant);
}
