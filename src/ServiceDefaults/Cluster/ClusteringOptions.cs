using System.ComponentModel.DataAnnotations;

namespace Bff.ServiceDefaults.Cluster;

/// <summary>Which cluster a silo or a gateway belongs to. Section <c>Cluster</c>; the same values in all of them.</summary>
public sealed class ClusteringOptions
{
    /// <summary>Configuration section.</summary>
    public const string Section = "Cluster";

    /// <summary>Default <see cref="Cluster.Clustering.Localhost"/>.</summary>
    [EnumDataType(typeof(Clustering), ErrorMessage = "must be Localhost or Redis.")]
    public Clustering Clustering { get; set; } = Clustering.Localhost;

    /// <summary>Silos with the same id form a cluster. Default <c>bff</c>.</summary>
    [Required(ErrorMessage = "must not be empty.")]
    public string ClusterId { get; set; } = "bff";

    /// <summary>Name under which state is stored; survives a change of <see cref="ClusterId"/>. Default <c>bff</c>.</summary>
    [Required(ErrorMessage = "must not be empty.")]
    public string ServiceId { get; set; } = "bff";
}
