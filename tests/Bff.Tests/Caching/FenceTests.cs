using Bff.Contracts.Changes;
using CsCheck;

namespace Bff.Tests.Caching;

public sealed class FenceTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);
    private static readonly CacheArea[] Areas = [.. Enumerable.Range(0, 15).Select(n => CacheArea.Parse($"area.{n}"))];

    private static readonly Gen<CacheTag?> Scopes = Gen.Select(Gen.Int[0, 14], Gen.String[0, 12], Gen.Int[0, 5], (area, name, kind) =>
        kind == 0 ? (CacheTag?)null : new CacheTag(Areas[area], kind == 1 || name.Length == 0 ? null : name));

    private static readonly Gen<ChangeMark[]> Changes =
        Gen.Select(Scopes, Gen.Long[Now.UtcTicks - 1_000, Now.UtcTicks], (scope, at) => new ChangeMark(scope, at)).Array[0, 30];

    [Fact]
    public void A_fence_survives_its_own_text() => Changes.Sample(changes =>
    {
        var fence = Fence.None.With(changes, Now);

        return Fence.TryParse(fence.ToString(), out var read) && read.Equals(fence);
    });

    [Fact]
    public void However_many_changes_it_holds_few_marks_that_cover_all_of_them() => Changes.Sample(changes =>
    {
        var fence = Fence.None.With(changes, Now);

        return fence.Marks.Length <= Fence.MaxMarks && changes.All(change => fence.Marks.Any(mark => mark.At >= change.At && Covers(mark.Scope, change.Scope)));
    });

    [Fact]
    public void A_mark_is_forgotten_when_nothing_older_can_be_left()
    {
        var fence = Fence.None.With([new ChangeMark(null, Now.UtcTicks)], Now);

        fence.With([], Now + Fence.MarkLifetime).Marks.ShouldHaveSingleItem();
        fence.With([], Now + Fence.MarkLifetime + TimeSpan.FromSeconds(1)).ShouldBe(Fence.None);
    }

    [Theory]
    [InlineData("1,shop.products")]
    [InlineData("x,shop.products,mug")]
    [InlineData("0,shop.products,mug")]
    [InlineData("1,Shop Products,mug")]
    [InlineData("1,,mug")]
    [InlineData("1,a,;1,b,;1,c,;1,d,;1,e,;1,f,;1,g,;1,h,;1,i,;1,j,;1,k,;1,l,;1,m,")]
    public void What_is_no_fence_is_refused(string text) => Fence.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void Far_too_much_text_is_refused() => Fence.TryParse(new string('1', Fence.MaxTextLength + 1), out _).ShouldBeFalse();

    private static bool Covers(CacheTag? wide, CacheTag? narrow) =>
        wide is null || (narrow is not null && wide.Value.Area == narrow.Value.Area && (wide.Value.Name is null || wide.Value.Name == narrow.Value.Name));
}
