using Bff.Tests.Fixture;

namespace Bff.Tests.Auth;

/// <summary>Known and unknown identities are answered alike, and at the same time: at the next full step after the question.</summary>
public sealed class AnswerStepTests(AnswerStepTests.StandingClock system) : IClassFixture<AnswerStepTests.StandingClock>
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(250);

    [Theory]
    [InlineData("requestOtp")]
    [InlineData("verifyOtp")]
    [InlineData("registerMember")]
    public async Task Everybody_is_answered_at_the_next_step_and_told_the_same(string mutation)
    {
        var answers = new List<string>();
        foreach (var isKnown in new[] { true, false })
        {
            var device = new Device(system.Bff, system.Bff.NewTenant(), Device.NewPhone());
            if (isKnown)
            {
                system.Bff.V6.AddMember(device.Tenant, device.Phone);
            }

            system.Time.TakeWaits();
            var reply = await device.SendAsync(DocumentOf(mutation, device.Phone));

            system.Time.TakeWaits().ShouldBe([Step], $"known: {isKnown}");
            system.Bff.V6.Calls(mutation, device.Tenant).ShouldBe(1);
            answers.Add(reply.Text.Replace(device.Phone, "PHONE", StringComparison.Ordinal));
        }

        answers[0].ShouldBe(answers[1]);
    }

    private static string DocumentOf(string mutation, string phone) => mutation switch
    {
        "requestOtp" => $$"""mutation { requestOtp(input: { phone: "{{phone}}" }) { message errors { __typename } } }""",
        "verifyOtp" => $$"""mutation { verifyOtp(input: { phone: "{{phone}}", code: "000000" }) { customer { name } sessionToken errors { __typename } } }""",
        _ => $$"""mutation { registerMember(input: { name: "Ada", lastName: "Byron", phone: "{{phone}}" }) { customer { name phone email } sessionToken errors { __typename } } }""",
    };

    public sealed class StandingClock : IAsyncLifetime
    {
        internal RecordingTime Time { get; } = new();

        internal BffFixture Bff { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Bff = await BffFixture.StartAsync(new BffSetup
        {
            AuthTime = Time,
            Settings = new Dictionary<string, string?> { ["Auth:Limits:AnswerStep"] = Step.ToString() },
        });

        public ValueTask DisposeAsync() => Bff.DisposeAsync();
    }
}
