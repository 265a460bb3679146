using System.Xml;
using System.Xml.Schema;
using FitServerless.Workouts.Files;

namespace FitServerless.Tests.Workouts.Files;

/// <summary>What we write is valid by the published schemas; they are Garmin's and Topografix's, so they stay with the fixtures.</summary>
public sealed class SchemaTests
{
    [Theory]
    [InlineData(ActivityFormat.Tcx)]
    [InlineData(ActivityFormat.Gpx)]
    public void Everything_written_is_valid(ActivityFormat format)
    {
        var schemas = Schemas();
        if (schemas.Count == 0)
            return;
        var activities = Enumerable.Range(0, 300).Select(Recordings.FromSeed).Append(RoundTripTests.Ride());
        foreach (var activity in activities.Where(activity => ActivityFileWriter.CanWrite(activity, format)))
            Validate(ActivityFileWriter.Write(activity, format), schemas, XmlSchemaValidationFlags.ReportValidationWarnings);
    }

    /// <summary>A file with extensions of which we have no schema. Nothing, where even the formats' own are not at hand.</summary>
    internal static void ValidateIfKnown(byte[] file)
    {
        if (Schemas() is { Count: > 0 } schemas)
            Validate(file, schemas, XmlSchemaValidationFlags.None);
    }

    private static XmlSchemaSet Schemas()
    {
        var schemas = new XmlSchemaSet { XmlResolver = null };
        foreach (var file in Fixtures.Schemas())
            schemas.Add(null, file);
        return schemas;
    }

    /// <param name="also">With warnings, a name that no schema has does not pass.</param>
    private static void Validate(byte[] file, XmlSchemaSet schemas, XmlSchemaValidationFlags also)
    {
        var settings = new XmlReaderSettings
        {
            ValidationType = ValidationType.Schema,
            Schemas = schemas,
            ValidationFlags = also | XmlSchemaValidationFlags.ProcessIdentityConstraints,
        };
        settings.ValidationEventHandler += (_, e) => Assert.Fail($"{e.Message} in {System.Text.Encoding.UTF8.GetString(file)[..400]}");
        using var reader = XmlReader.Create(new MemoryStream(file), settings);
        while (reader.Read())
        {
        }
    }
}
