using Bff.Sandbox.Auth;
using Bff.Sandbox.Operations;
using NodaTime;

namespace Bff.Sandbox.Membership;

/// <summary>Who sees an offer and who may have it.</summary>
internal static class GiftRules
{
    public static IEnumerable<OfferSeed> Visible(Call call) =>
        call.Tenant.Data.Part(MembershipSeeds.Load).Offers.Where(offer => offer.TierId is null || offer.TierId == call.Customer?.TierId);

    public static OfferSeed? Find(Call call, string id) => Visible(call).FirstOrDefault(offer => offer.Id == id);

    public static bool IsRunning(Call call, OfferSeed offer) =>
        call.Today >= Day(call, offer.StartsInDays, LocalDate.MinIsoValue) && call.Today <= Day(call, offer.EndsInDays, LocalDate.MaxIsoValue);

    /// <summary>Why a customer cannot have this many of an offer; null when they can.</summary>
    public static Reply? Refuse(Call call, OfferSeed offer, Member member, int quantity, bool pays)
    {
        if (!IsRunning(call, offer))
        {
            return Reply.Refused("OFFER_NOT_RUNNING", "The offer does not run today.");
        }

        if (pays && (member.Points < (offer.Points ?? 0) * quantity || member.Stamps < (offer.Stamps ?? 0) * quantity))
        {
            return Reply.Refused("INSUFFICIENT_POINTS", "Not enough points or stamps.");
        }

        var gifts = call.Tenant.Part(GiftBook.Create);
        var isOver = gifts.Taken(offer) + quantity > offer.Quota || gifts.TakenBy(offer, member) + quantity > offer.QuotaPerMember;
        return call.Checks && isOver ? Reply.Conflict("CONFLICT", "No more of this offer are left.") : null;
    }

    /// <summary>The offer's day, counted from today, so that the sample data never grows old.</summary>
    public static LocalDate Day(Call call, int? days, LocalDate otherwise) => days is { } offset ? call.Today.PlusDays(offset) : otherwise;
}
