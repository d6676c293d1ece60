using Bff.Caching;
using CsCheck;

namespace Bff.Tests.Caching;

public sealed class CachePolicyTests
{
    private static readonly CachePolicy Valid = CachePolicy.Catalog(TimeSpan.FromMinutes(5));

    [Theory]
    [InlineData(1)]
    [InlineData(30)]
    [InlineData(86_400)]
    public void Every_preset_is_valid(int seconds)
    {
        var time = TimeSpan.FromSeconds(seconds);

        CachePolicy[] presets = [CachePolicy.Catalog(time), CachePolicy.Personal(time), CachePolicy.Live(time), CachePolicy.Near(time, time)];

        presets.SelectMany(preset => preset.Problems()).ShouldBeEmpty();
    }

    [Fact]
    public void Every_bad_value_is_named_at_once()
    {
        var none = TimeSpan.Zero;
        var bad = new CachePolicy
        {
            FreshFor = none,
            Jitter = 0.6,
            EagerRefresh = -0.1,
            StaleIfError = -Valid.FreshFor,
            AbsentFor = Valid.FreshFor,
            RetryEvery = none,
            SoftTimeout = -Valid.FreshFor,
            FetchLimit = none,
        };

        bad.Problems().Select(problem => problem.Split(' ')[0]).ShouldBe(
        [
            "FreshFor", "Jitter", "EagerRefresh", "StaleIfError", "AbsentFor", "RetryEvery", "SoftTimeout", "FetchLimit",
        ]);
        Should.Throw<ArgumentException>(bad.Validated).Message.ShouldContain("FetchLimit");
    }

    [Fact]
    public void Jitter_only_shortens_and_never_by_more_than_its_fraction() => Gen.Double[0, 0.999].Sample(chance =>
        Valid.Lifetime(found: true, chance) <= Valid.FreshFor && Valid.Lifetime(found: true, chance) >= Valid.FreshFor * (1 - Valid.Jitter));
}
