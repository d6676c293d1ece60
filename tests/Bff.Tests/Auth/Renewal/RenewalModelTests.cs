using CsCheck;

namespace Bff.Tests.Auth.Renewal;

/// <summary>Random stories of one session: whatever comes in whatever order, nobody is signed out without need and no token goes out unstored.</summary>
public sealed class RenewalModelTests
{
    private static readonly Gen<Event> Calm = Gen.Frequency(
        (8, Gen.Const(Event.Get)),
        (4, Gen.Const(Event.Replace)),
        (2, Gen.Const(Event.Renew)),
        (4, Gen.Const(Event.Second)),
        (4, Gen.Const(Event.NearExpiry)),
        (1, Gen.Const(Event.Unavailable)),
        (1, Gen.Const(Event.LostBefore)),
        (2, Gen.Const(Event.Hold)),
        (2, Gen.Const(Event.Release)));

    private static readonly Gen<Event> Rough = Gen.Frequency(
        (24, Calm),
        (1, Gen.Const(Event.LostAfter)),
        (2, Gen.Const(Event.StorageDown)),
        (2, Gen.Const(Event.StorageUp)),
        (1, Gen.Const(Event.Logout)),
        (1, Gen.Const(Event.Revoke)));

    [Fact]
    public Task One_activation_keeps_the_session_through_everything_that_can_happen_to_it() => PlayAsync(Rough, activations: 1);

    [Fact]
    public Task Two_activations_of_one_session_do_not_sign_it_out_between_them() => PlayAsync(Calm, activations: 2);

    private static Task PlayAsync(Gen<Event> events, int activations) => Gen.Select(events, Gen.Int[0, 1]).Array[1, 40].SampleAsync(
        story => OneAtATime.RunAsync(() => RenewalStory.PlayAsync(activations, story.Select(step => (step.Item1, step.Item2)))),
        iter: 500,
        print: story => string.Join(' ', story));
}
