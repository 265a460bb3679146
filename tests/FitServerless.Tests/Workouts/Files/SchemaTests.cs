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
        var schemas = new XmlSchemaSet { XmlResolver = null };
        foreach (var file in Fixtures.Schemas())
            schemas.Add(null, file);
        if (schemas.Count == 0)
            return;
        var activities = Enumerable.Range(0, 300).Select(Recordings.FromSeed).Append(RoundTripTests.Ride());
        foreach (var activity in activities.Where(activity => ActivityFileWriter.CanWrite(activity, format)))
            Validate(ActivityFileWriter.Write(activity, format), schemas);
    }

    private static void Validate(byte[] file, XmlSchemaSet schemas)
    {
        var settings = new XmlReaderSettings
        {
            ValidationType = ValidationType.Schema,
            Schemas = schemas,
            // Without these, a name that no schema has would pass.
            ValidationFlags = XmlSchemaValidationFlags.ReportValidationWarnings | XmlSchemaValidationFlags.ProcessIdentityConstraints,
        };
        settings.ValidationEventHandler += (_, e) => Assert.Fail($"{e.Message} in {System.Text.Encoding.UTF8.GetString(file)[..400]}");
        using var reader = XmlReader.Create(new MemoryStream(file), settings);
        while (reader.Read())
        {
        }
    }
}
