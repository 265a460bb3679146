namespace FitServerless.Tests.Storage;

/// <summary>Tests that weigh the whole process: no other runs beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneCollection : ICollectionFixture<StorageFixture>
{
    public const string Name = "alone";
}
