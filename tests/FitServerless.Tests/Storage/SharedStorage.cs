namespace FitServerless.Tests.Storage;

/// <summary>Tests that share a <see cref="StorageFixture"/>.</summary>
[CollectionDefinition(Name)]
public sealed class SharedStorage : ICollectionFixture<StorageFixture>
{
    public const string Name = "storage";
}
