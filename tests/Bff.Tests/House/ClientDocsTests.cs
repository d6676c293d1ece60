namespace Bff.Tests.House;

/// <summary>The page for frontend developers shows what the programs under test really do.</summary>
public sealed class ClientDocsTests
{
    [Theory]
    [InlineData("apollo")]
    [InlineData("urql")]
    [InlineData("relay")]
    [InlineData("graphql-request")]
    public void The_page_shows_each_client_as_it_is_tested(string client)
    {
        var program = File.ReadAllText(Path.Combine(Repository.Root, "tests", "Bff.SystemTests", "frontends", $"{client}.mjs"));
        var shown = program.Split("// <client>\n")[1].Split("// </client>")[0];

        File.ReadAllText(Path.Combine(Repository.Root, "docs", "clients.md")).ShouldContain(shown);
    }
}
