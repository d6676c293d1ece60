using Bff.SystemTests.Harness;

namespace Bff.SystemTests.Cluster;

public sealed class MembershipTests
{
    private const int Restarts = 5;

    [Fact]
    public async Task However_often_silos_are_replaced_the_membership_table_stays_small()
    {
        await using var fleet = await Fleet.StartAsync("membership-rows", new()
        {
            Silos = 1,
            Gateways = 0,
            Silo = new Dictionary<string, string> { ["Cluster:Membership:ForgetDeadMinutes"] = "0.05" },
        });

        for (var i = 0; i < Restarts; i++)
        {
            var before = fleet.Silos[0];
            await fleet.StartSilo().BecomesReadyAsync();
            await before.Process.StopAsync(TimeSpan.FromSeconds(60));
            fleet.Forget(before);
        }

        await Eventually.BecomesAsync(
            async () => await fleet.MembershipRowsAsync() <= 2, TimeSpan.FromSeconds(60), $"the rows of {Restarts} silos that have left are forgotten");
    }
}
