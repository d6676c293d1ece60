using Bff.Contracts.Membership;
using Bff.Gateway.Graph.Scalars;
using GraphQL.Types;

namespace Bff.Gateway.Membership;

/// <summary>The fields that offers and redeemed gifts share.</summary>
internal static class GiftFields
{
    public static void AddGiftFields<T>(this ObjectGraphType<T> type, Func<T, Gift> gift)
    {
        type.Field<NonNullGraphType<StringGraphType>>("name").Description("Display name.").Resolve(c => gift(c.Source).Name);
        type.Field<StringGraphType>("description").Description("Text.").Resolve(c => gift(c.Source).Description);
        type.Field<NonNullGraphType<DecimalScalar>>("points").Description("Points it costs.").Resolve(c => gift(c.Source).Points);
        type.Field<NonNullGraphType<IntGraphType>>("stamps").Description("Stamps it costs.").Resolve(c => gift(c.Source).Stamps);
        type.Field<UrlScalar>("image").Description("Picture.").Resolve(c => gift(c.Source).Image);
        type.Field<MoneyType>("faceAmount").Description("What it is worth, as an amount; null when it is a percentage.").Resolve(c => gift(c.Source).FaceAmount);
        type.Field<DecimalScalar>("facePercent").Description("What it is worth, in percent; null when it is an amount.").Resolve(c => gift(c.Source).FacePercent);
        type.Field<StringGraphType>("termsAndConditions").Description("Terms; may hold HTML as the merchant wrote it.").Resolve(c => gift(c.Source).TermsAndConditions);
    }
}
