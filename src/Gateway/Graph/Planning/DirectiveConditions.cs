using GraphQL.Validation;
using GraphQLParser.AST;

namespace Bff.Gateway.Graph.Planning;

/// <summary>
/// Decides <c>@skip</c> and <c>@include</c> (GraphQL October 2021, section 3.13). Without variables everything counts as included:
/// that is what validation and cost look at.
/// </summary>
internal readonly struct DirectiveConditions(Variables? variables)
{
    public bool Includes(IHasDirectivesNode node)
    {
        if (variables is null || node.Directives is not { Count: > 0 } directives)
        {
            return true;
        }

        foreach (var directive in directives)
        {
            if ((directive.Name.Value == "skip" && IsTrue(directive)) || (directive.Name.Value == "include" && !IsTrue(directive)))
            {
                return false;
            }
        }

        return true;
    }

    private bool IsTrue(GraphQLDirective directive) => directive.Arguments?[0].Value switch
    {
        GraphQLBooleanValue constant => constant.BoolValue,
        GraphQLVariable variable => variables!.ValueFor(variable.Name.StringValue) is true,
        _ => false,
    };
}
