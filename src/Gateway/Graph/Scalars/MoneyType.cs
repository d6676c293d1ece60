using Bff.Contracts.Answers;
using GraphQL.Types;

namespace Bff.Gateway.Graph.Scalars;

internal sealed class MoneyType : ObjectGraphType<Money>
{
    public MoneyType()
    {
        Name = "Money";
        Description = "An amount in major units: 12.50 is twelve and a half.";
        Field<NonNullGraphType<DecimalScalar>>("amount").Description("The exact amount, in major units.").Resolve(c => c.Source.Amount);
        Field<NonNullGraphType<CurrencyCodeScalar>>("currency").Description("What it is an amount of.").Resolve(c => c.Source.Currency);
    }
}
