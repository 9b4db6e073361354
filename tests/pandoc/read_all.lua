-- Reads each file named on the input as Markdown, and prints its document as one line of JSON.
for name in io.lines() do
  local file = assert(io.open(name))
  local text = file:read("a")
  file:close()
  print(pandoc.write(pandoc.read(text, "markdown-smart"), "json"))
end
