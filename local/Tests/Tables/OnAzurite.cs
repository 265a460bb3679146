namespace FitServerless.Local.Tests.Tables;

[CollectionDefinition(Name)]
public sealed class OnAzurite : ICollectionFixture<AzuriteTables>
{
    public const string Name = "Azurite tables";
}
