using Bff.Sandbox.Operations;

namespace Bff.Tests.Sandbox.Contract;

public sealed class OperationTableTests
{
    private static readonly Dictionary<string, ContractOperation> Contract = ContractFile.Operations.ToDictionary(o => o.Id);

    public static TheoryData<string> Ids => [.. OperationTable.All.Select(o => o.Id)];

    [Fact]
    public void Every_operation_of_the_contract_has_a_handler_and_no_other_operation_has()
    {
        OperationTable.All.Select(o => o.Id).ShouldBe(Contract.Keys, ignoreOrder: true);
        Contract.Count.ShouldBe(51);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void An_operation_stands_in_the_table_as_in_the_contract(string id)
    {
        var operation = OperationTable.All.Single(o => o.Id == id);
        var contract = Contract[id];

        (operation.Method, OperationTable.Prefix + operation.Template).ShouldBe((contract.Method, contract.Path));
        Name(operation.Access).ShouldBe(contract.Access);
        operation.Query.Parameters.Select(p => (p.Name, p.Required)).ShouldBe(
            contract.Parameters.Where(p => (string)p["in"]! == "query").Select(p => ((string)p["name"]!, (bool?)p["required"] ?? false)),
            ignoreOrder: true);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_body_has_the_fields_of_the_contract(string id)
    {
        var body = OperationTable.All.Single(o => o.Id == id).Body;
        var schema = Contract[id].BodySchema;
        var required = schema?["required"]?.AsArray().Select(r => (string)r!).ToHashSet() ?? [];

        (body?.Required ?? false).ShouldBe(Contract[id].BodyRequired);
        (body?.Fields ?? []).Select(f => (f.Name, f.Required)).ShouldBe(
            (schema?["properties"]?.AsObject() ?? []).Select(p => (p.Key, required.Contains(p.Key))), ignoreOrder: true);
    }

    private static string Name(Access access) => access switch
    {
        Access.Public => "publicTenant",
        Access.Required => "customerRequired",
        Access.Optional => "customerOptional",
        _ => "magicToken",
    };
}
