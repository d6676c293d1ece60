using Bff.Sandbox.Auth;
using Bff.Sandbox.Operations;

namespace Bff.Sandbox.Content.Events;

/// <summary>What one ticket costs a caller now, and why.</summary>
internal readonly record struct EventPrice(decimal Amount, string Source)
{
    public static EventPrice Of(PublicEvent item, Call call)
    {
        var general = General(item, call);
        return call.Customer is { } member && OwnPrice(item.Seed, member) is { } price && price < general.Amount
            ? new EventPrice(price, "discounted")
            : general;
    }

    private static decimal? OwnPrice(EventSeed seed, Member member) =>
        member.TierId is { } tier && seed.TierPrices.TryGetValue(tier, out var price) ? price : seed.MemberPrice;

    private static EventPrice General(PublicEvent item, Call call) => item.Seed switch
    {
        { EarlyBirdPrice: { } price } when item.EarlyBirdEnds > call.Now => new(price, "early_bird"),
        { DiscountedPrice: { } price } => new(price, "discounted"),
        _ => new(item.Seed.Price, "regular"),
    };
}
