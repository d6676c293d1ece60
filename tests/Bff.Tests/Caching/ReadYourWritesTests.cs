using CsCheck;

namespace Bff.Tests.Caching;

/// <summary>Random stories of two owners, three gateways and four callers; CsCheck prints the seed and the shortest failing story.</summary>
public sealed class ReadYourWritesTests
{
    private static readonly Gen<FleetMove[]> Stories = Gen.Select(
        Gen.Frequency(
            (8, Gen.Const(FleetMoveKind.Read)),
            (3, Gen.Const(FleetMoveKind.Write)),
            (2, Gen.Const(FleetMoveKind.Deliver)),
            (2, Gen.Const(FleetMoveKind.LandUpstream)),
            (2, Gen.Const(FleetMoveKind.Tick)),
            (1, Gen.Const(FleetMoveKind.MoveOwner))),
        Gen.Int[0, 3],
        Gen.Int[0, 2],
        Gen.Int[0, 1],
        (kind, caller, gateway, owner) => new FleetMove(kind, caller, gateway, owner)).Array[1, 50];

    [Fact]
    public Task A_caller_reads_its_own_write_on_any_gateway_and_owner_however_late_the_notices_are() => Stories.SampleAsync(
        async story =>
        {
            var fleet = new Fleet();
            foreach (var move in story)
            {
                await fleet.PlayAsync(move);
            }

            await fleet.EndAsync();
        },
        iter: 1_000,
        print: story => string.Join(' ', story));
}
