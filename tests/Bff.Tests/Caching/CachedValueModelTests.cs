using CsCheck;

namespace Bff.Tests.Caching;

/// <summary>Random stories of calls, time, changes, faults and latencies; CsCheck prints the seed and the shortest failing story.</summary>
public sealed class CachedValueModelTests
{
    private static readonly Gen<MoveKind> Kinds = Gen.Frequency(
        (8, Gen.Const(MoveKind.Get)),
        (2, Gen.Const(MoveKind.FencedGet)),
        (1, Gen.Const(MoveKind.Leave)),
        (4, Gen.Const(MoveKind.Find)),
        (1, Gen.Const(MoveKind.Miss)),
        (2, Gen.Const(MoveKind.Fail)),
        (1, Gen.Const(MoveKind.Throw)),
        (8, Gen.Const(MoveKind.Tick)),
        (1, Gen.Const(MoveKind.Drop)),
        (1, Gen.Const(MoveKind.Expire)),
        (1, Gen.Const(MoveKind.Replace)));

    private static readonly Gen<Move[]> Stories = Gen.Select(Kinds, Gen.Int[0, 3], (kind, choice) => new Move(kind, choice)).Array[1, 60];

    [Fact]
    public Task Any_story_ends_as_the_sequential_oracle_says() => Stories.SampleAsync(
        async story =>
        {
            var rig = new CachedValueRig();
            foreach (var move in story)
            {
                await rig.PlayAsync(move);
            }

            await rig.EndAsync();
        },
        iter: 2_000,
        print: story => string.Join(' ', story));
}
