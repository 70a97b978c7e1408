import Foundation
import PackagePlugin

/// Runs SchemaGenerator on the package's `Schemas` folder before EventModel is compiled.
@main
struct SchemaPlugin: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let schemas = context.package.directoryURL.appending(path: "Schemas")
    let output = context.pluginWorkDirectoryURL
    let wireNames = try FileManager.default.contentsOfDirectory(atPath: schemas.path(percentEncoded: false))
      .filter { !$0.hasPrefix(".") && $0 != "types.json" }.sorted()
    let inputs = wireNames.map { schemas.appending(path: $0).appending(path: "1.json") }
    // The generator checks the folder and names the files itself; SwiftPM wants both known before it runs.
    let names = wireNames.map(swiftName) + ["Types", "TagKind", "EventType", "EventPayload"]
    return [
      .buildCommand(
        displayName: "Generating event types from Schemas",
        executable: try context.tool(named: "SchemaGenerator").url,
        arguments: [schemas.path(percentEncoded: false), output.path(percentEncoded: false)],
        inputFiles: inputs + [schemas.appending(path: "types.json")],
        outputFiles: names.map { output.appending(path: $0 + ".swift") })
    ]
  }

  /// `resource.acquired` → `ResourceAcquired`, as the generator's `Names.type` does.
  private func swiftName(_ wireName: String) -> String {
    wireName.split(separator: ".").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }
}
