using System.Globalization;
using System.Text.Json.Nodes;

namespace Bff.Sandbox.Quirks.Answers;

/// <summary>V38: gift figures missing where they are nothing, periods as numbers, statuses in capitals.</summary>
internal static class GiftAnswers
{
    public static readonly AnswerQuirk[] All = [AnswerQuirk.OfEach(38, ["listGiftOffers", "getGiftOffer"], OldOffer)];

    private static void OldOffer(JsonObject offer)
    {
        foreach (var name in (string[])["points", "stamps"])
        {
            if (offer[name] is null)
            {
                offer.Remove(name);
            }
        }

        if ((string?)offer["expiryPeriod"] is { } period)
        {
            offer["expiryPeriod"] = int.Parse(period, CultureInfo.InvariantCulture);
        }

        offer["status"] = ((string)offer["status"]!).ToUpperInvariant();
    }
}
