using GraphQL.Types;

namespace Bff.Gateway.Content;

/// <summary>Publication states that v6 documents.</summary>
internal enum PublicationStatus
{
    Unknown,
    Draft,
    Scheduled,
    Published,
    Archived,
}

/// <summary>Audiences that v6 documents, of pages, posts and surveys.</summary>
internal enum Visibility
{
    Unknown,
    Public,
    MembersOnly,
    TokenOnly,
    Private,
}

internal sealed class PublicationStatusType : EnumerationGraphType<PublicationStatus>
{
    public PublicationStatusType()
    {
        Name = "PublicationStatus";
        Description = "Publication state of a page or post. v6 serves published ones; UNKNOWN is one that it has added since.";
    }
}

internal sealed class VisibilityType : EnumerationGraphType<Visibility>
{
    public VisibilityType()
    {
        Name = "Visibility";
        Description = "Who may see something. UNKNOWN is an audience that v6 has added since.";
    }
}
